package id.deskpemilu.election;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Elections without a database. */
public final class ElectionsInMemory implements Elections {

    private final List<Election> elections = new ArrayList<>();

    public ElectionsInMemory(Election... kept) {
        List.of(kept).forEach(this::save);
    }

    @Override
    public Election save(Election election) {
        Keys.give(election);
        elections.removeIf(other -> other.id() == election.id());
        elections.add(election);
        return election;
    }

    @Override
    public Optional<Election> findById(long id) {
        return elections.stream().filter(election -> election.id() == id).findFirst();
    }

    @Override
    public Optional<Election> findByCode(String code) {
        return elections.stream()
                .filter(election -> election.code().equals(code))
                .findFirst();
    }

    @Override
    public List<Election> findAllByOrderByHeldOnDescCodeAsc() {
        return elections.stream()
                .sorted(Comparator.comparing(Election::heldOn).reversed().thenComparing(Election::code))
                .toList();
    }
}
