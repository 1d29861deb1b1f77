package id.deskpemilu.dispatch.receiving;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Letters from below without a database: of a region, an election and a kind the one frozen last counts. */
public final class ReceivedInMemory extends ReceivedLetters {

    private final Map<LetterId, ReceivedLetter> letters = new LinkedHashMap<>();
    private final Map<LetterId, byte[]> receipts = new LinkedHashMap<>();
    private final List<RefusedLetter> refused = new ArrayList<>();

    public ReceivedInMemory(ReceivedLetter... kept) {
        super(null, null);
        for (ReceivedLetter letter : kept) {
            letters.put(letter.id(), letter);
            receipts.put(letter.id(), new byte[] {1});
        }
    }

    /** Every letter, as it is. */
    public List<ReceivedLetter> all() {
        return List.copyOf(letters.values());
    }

    /** Every file that was refused. */
    public List<RefusedLetter> refused() {
        return List.copyOf(refused);
    }

    @Override
    public Optional<ReceivedLetter> find(LetterId id) {
        return Optional.ofNullable(letters.get(id));
    }

    @Override
    public List<ReceivedLetter> of(long electionId, Collection<RegionCode> scopes) {
        return letters.values().stream()
                .filter(letter -> letter.electionId() == electionId)
                .filter(letter -> scopes.stream().anyMatch(scope -> scope.contains(letter.region())))
                .sorted(Comparator.comparing(ReceivedLetter::region)
                        .thenComparing(ReceivedLetter::frozenAt, Comparator.reverseOrder()))
                .toList();
    }

    @Override
    public byte[] receipt(LetterId id) {
        return Objects.requireNonNull(receipts.get(id));
    }

    @Override
    public List<LetterId> keep(ReceivedLetter letter, String certificate, byte[] pdf, byte[] snapshot, byte[] receipt) {
        letters.put(letter.id(), letter);
        receipts.put(letter.id(), receipt);
        List<ReceivedLetter> rivals = letters.values().stream()
                .filter(other -> other.electionId() == letter.electionId()
                        && other.region().equals(letter.region())
                        && other.kind() == letter.kind())
                .sorted(Comparator.comparing(ReceivedLetter::frozenAt))
                .toList();
        LetterId last = rivals.get(rivals.size() - 1).id();
        List<LetterId> superseded = new ArrayList<>();
        for (ReceivedLetter rival : rivals) {
            LetterId successor = rival.id().equals(last) ? null : last;
            if (!Objects.equals(successor, rival.supersededBy())) {
                letters.put(rival.id(), with(rival, successor, rival.withdrawnAt(), null, null, null));
                if (successor != null) {
                    superseded.add(rival.id());
                }
            }
        }
        return superseded;
    }

    @Override
    public void withdraw(ReceivedLetter letter, String reason, byte[] sealed, Instant at) {
        letters.put(letter.id(), with(letter, letter.supersededBy(), at, reason, null, null));
    }

    @Override
    public void review(LetterId id, ReceivedLetter.Review review, String note, String by, Instant at) {
        ReceivedLetter letter = get(id);
        letters.put(
                id, with(letter, letter.supersededBy(), letter.withdrawnAt(), letter.withdrawalReason(), review, note));
    }

    @Override
    public void refused(RefusedLetter one) {
        refused.add(one);
    }

    @Override
    public List<RefusedLetter> refused(Collection<RegionCode> scopes, Instant since, int most) {
        return refused.stream()
                .filter(one ->
                        !one.at().isBefore(since) && scopes.stream().anyMatch(scope -> scope.contains(one.region())))
                .limit(most)
                .toList();
    }

    private static ReceivedLetter with(
            ReceivedLetter letter,
            @Nullable LetterId successor,
            @Nullable Instant withdrawnAt,
            @Nullable String reason,
            ReceivedLetter.@Nullable Review review,
            @Nullable String note) {
        return new ReceivedLetter(
                letter.id(),
                letter.electionId(),
                letter.region(),
                letter.kind(),
                letter.number(),
                letter.frozenAt(),
                letter.shownAt(),
                letter.stations(),
                letter.reported(),
                letter.fileHash(),
                letter.snapshotHash(),
                letter.signer(),
                letter.trust(),
                letter.signedAt(),
                letter.sender(),
                letter.receivedAt(),
                successor,
                withdrawnAt,
                reason,
                review,
                note,
                null,
                null);
    }
}
