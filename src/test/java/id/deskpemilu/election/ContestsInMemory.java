package id.deskpemilu.election;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Contests without a database. */
public final class ContestsInMemory implements Contests {

    private final List<Contest> contests = new ArrayList<>();

    public ContestsInMemory(Contest... kept) {
        List.of(kept).forEach(this::save);
    }

    @Override
    public Contest save(Contest contest) {
        Keys.give(contest);
        contests.removeIf(other -> other.id() == contest.id());
        contests.add(contest);
        return contest;
    }

    @Override
    public Optional<Contest> findById(long id) {
        return contests.stream().filter(contest -> contest.id() == id).findFirst();
    }

    @Override
    public Optional<Contest> find(String election, ContestType type) {
        return contests.stream()
                .filter(contest -> contest.election().code().equals(election) && contest.type() == type)
                .findFirst();
    }

    @Override
    public Optional<Long> findId(String election, ContestType type) {
        return find(election, type).map(Contest::id);
    }

    @Override
    public List<Contest> all(long electionId) {
        return contests.stream()
                .filter(contest -> contest.election().id() == electionId)
                .toList();
    }

    @Override
    public List<Contest> opening() {
        return contests.stream()
                .filter(contest -> contest.state() == Contest.State.OPENING)
                .toList();
    }

    @Override
    public Contest lock(long id) {
        return Objects.requireNonNull(findById(id).orElse(null));
    }
}
