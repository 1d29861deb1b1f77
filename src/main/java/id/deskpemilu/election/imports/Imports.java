package id.deskpemilu.election.imports;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Phase;
import id.deskpemilu.identity.AccountDirectory;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.identity.TemporaryPassword;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Compares files with what the desk has, and applies them, inside the transaction of the use case. */
@Component
public class Imports {

    private final ImportStore store;
    private final AccountDirectory directory;
    private final AuditLog log;

    Imports(ImportStore store, AccountDirectory directory, AuditLog log) {
        this.store = store;
        this.directory = directory;
        this.log = log;
    }

    /**
     * What the files would change.
     *
     * @throws ImportInvalid if anything is wrong with them
     * @throws Refusal {@code ROLE_MISSING}, {@code ELECTION_FINISHED}
     */
    public ImportPlan preview(Actor admin, Election election, ImportFiles files) {
        return plan(admin, election, files).plan();
    }

    /**
     * Applies the files. If the transaction does not commit, the accounts that were created are deleted again.
     *
     * @throws ImportInvalid if anything is wrong with them; then nothing is changed
     * @throws Refusal {@code ROLE_MISSING}, {@code ELECTION_FINISHED}, {@code DIRECTORY_UNAVAILABLE}
     */
    public ImportResult apply(Actor admin, Election election, ImportFiles files, ImportProgress progress) {
        store.waitForOthers();
        Planning planning = plan(admin, election, files);
        int rows = planning.regions().size() + planning.stations().size();
        int total = rows + planning.people().size();
        progress.at(0, total);
        store.write(admin.username(), election, planning, done -> progress.at(done, total));
        if (planning.plan().changesAnything()) {
            log.append(admin.username(), "election:" + election.code(), "ImportApplied", summary(planning, files));
        }
        AccountDirectory.Provision provision =
                directory.provide(planning.people(), done -> progress.at(rows + done, total));
        undoUnlessCommitted(provision);
        return new ImportResult(planning.plan(), created(planning, provision.passwords()));
    }

    private Planning plan(Actor admin, Election election, ImportFiles files) {
        admin.requireAnywhere(Role.ADMIN);
        if (election.phase() == Phase.LOCKED || election.phase() == Phase.ARCHIVED) {
            throw Refusal.conflict("ELECTION_FINISHED", election.name());
        }
        Reading reading = Reading.of(files);
        Planning planning = Planning.of(admin, reading, store.presentFor(election, reading, admin));
        if (!planning.errors().isEmpty()) {
            throw new ImportInvalid(planning.errors());
        }
        return planning;
    }

    private static void undoUnlessCommitted(AccountDirectory.Provision provision) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    provision.undo();
                }
            }
        });
    }

    private static List<ImportResult.NewAccount> created(Planning planning, List<TemporaryPassword> passwords) {
        Map<String, String> names = planning.people().stream()
                .collect(Collectors.toMap(AccountDirectory.Person::username, AccountDirectory.Person::name));
        return passwords.stream()
                .map(one -> new ImportResult.NewAccount(
                        one.username(),
                        names.getOrDefault(one.username(), one.username()),
                        planning.regionsOf(one.username()),
                        one.password()))
                .sorted(Comparator.comparing(ImportResult.NewAccount::region)
                        .thenComparing(ImportResult.NewAccount::username))
                .toList();
    }

    /** What the log keeps: how much, of which files, and every old value. The people's own data is not repeated in it. */
    private static Map<String, Object> summary(Planning planning, ImportFiles files) {
        Map<String, Object> summary = new TreeMap<>();
        planning.plan().parts().forEach((kind, part) -> {
            Map<String, Object> entry = new TreeMap<>();
            entry.put("added", part.added());
            entry.put("changed", part.changed());
            entry.put("unchanged", part.unchanged());
            entry.put("sha256", Sha256.of(files.contents().get(kind)));
            if (kind != ImportKind.OPERATORS && kind != ImportKind.CONTACTS) {
                entry.put("changes", planning.changes(kind));
            }
            summary.put(kind.key(), entry);
        });
        return summary;
    }
}
