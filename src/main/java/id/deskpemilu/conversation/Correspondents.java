package id.deskpemilu.conversation;

import id.deskpemilu.election.Contest;
import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Accounts;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignments;
import id.deskpemilu.identity.Role;
import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.NewNotice;
import id.deskpemilu.notification.Recipient;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportThread.Remark;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds whom a comment is for: whoever is at work on the other side. */
@Component
public class Correspondents {

    private final Threads threads;
    private final Addressees addressees;
    private final Accounts accounts;
    private final Assignments assignments;

    Correspondents(Threads threads, Addressees addressees, Accounts accounts, Assignments assignments) {
        this.threads = threads;
        this.addressees = addressees;
        this.accounts = accounts;
        this.assignments = assignments;
    }

    /**
     * What the others are told of a comment: where it stands, never what it says, since one of them may have to read the
     * figures from the photo first.
     */
    public List<NewNotice> notices(Contest contest, Report report, Remark remark) {
        String link = "/reports/" + contest.election().code() + "/"
                + contest.type().slug() + "/" + report.station() + "#thread";
        return recipients(report, remark).stream()
                .map(recipient -> new NewNotice(
                        "comment:" + remark.id() + ":" + recipient.username(),
                        contest.election().id(),
                        report.station().village(),
                        remark.role() == Role.OPERATOR ? "COMMENT_OF_OPERATOR" : "COMMENT_OF_DESK",
                        List.of(
                                "%03d".formatted(report.station().number()),
                                remark.name(),
                                report.station().digits()),
                        link,
                        recipient,
                        EnumSet.of(Channel.IN_APP, Channel.PUSH)))
                .toList();
    }

    private List<Recipient> recipients(Report report, Remark remark) {
        boolean fromOperator = remark.role() == Role.OPERATOR;
        boolean fromVerifier = remark.role() == Role.VERIFIER;
        List<Remark> said = threads.remarks(report.id());
        Set<String> desk = new LinkedHashSet<>();
        if (!fromVerifier) {
            desk.addAll(verifiers(report, said));
        }
        said.stream()
                .filter(one -> one.role() == Role.SUPERVISOR || one.role() == Role.COORDINATOR)
                .map(Remark::author)
                .forEach(desk::add);
        Stream<Recipient> found = desk(report, desk);
        if (!fromOperator) {
            found = Stream.concat(operators(report), found);
        }
        return found
                .filter(recipient -> !remark.author().equals(recipient.username()))
                .collect(Collectors.toMap(Recipient::username, one -> one, (one, same) -> one, java.util.TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Who has the report in hand; else who has verified it; else the verifiers who have said something. */
    private static Set<String> verifiers(Report report, List<Remark> said) {
        if (report.holder() != null) {
            return Set.of(report.holder());
        }
        Set<String> verified = Stream.concat(report.verifiedBy().stream(), Stream.ofNullable(report.approvedBy()))
                .collect(Collectors.toSet());
        return verified.isEmpty()
                ? said.stream()
                        .filter(one -> one.role() == Role.VERIFIER)
                        .map(Remark::author)
                        .collect(Collectors.toSet())
                : verified;
    }

    /** Those of the accounts that still act for the station on the desk's side. */
    private Stream<Recipient> desk(Report report, Set<String> usernames) {
        Map<String, Account> known = accounts.find(usernames);
        return usernames.stream().filter(username -> actsFor(report, username)).map(username -> {
            Account account = known.get(username);
            return account == null
                    ? new Recipient(username, username, null, null)
                    : new Recipient(username, account.name(), account.phone(), null);
        });
    }

    private boolean actsFor(Report report, String username) {
        return assignments.inForce(username).stream()
                .filter(scope -> scope.role() != Role.OPERATOR)
                .map(Actor.Scope::region)
                .anyMatch(region -> region.contains(report.station()));
    }

    /** Who sent it, if that person still acts there; else whoever does. */
    private Stream<Recipient> operators(Report report) {
        List<Addressees.Addressee> sender = report.submittedBy() == null
                ? List.of()
                : addressees.at(report.station(), List.of(Objects.requireNonNull(report.submittedBy())));
        List<Addressees.Addressee> found = sender.isEmpty() ? addressees.at(report.station(), null) : sender;
        return found.stream().map(one -> new Recipient(one.username(), one.name(), one.phone(), null));
    }
}
