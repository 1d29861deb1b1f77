package id.deskpemilu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.architecture.GeneratedDocument;
import id.deskpemilu.report.Action;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document of who may do what is the table that the running desk is tested with. */
class AccessDocumentTest {

    @Test
    void the_document_of_rights_is_up_to_date() {
        StringBuilder text = new StringBuilder("""
                <!-- written by AccessDocumentTest -->
                # Who may do what

                A role comes from the token, the region from the desk's own table of assignments; both have to be there, at the
                moment of the request. `AuthorisationIT` asks every endpoint in every role, in an own and in a foreign region, and
                fails when an endpoint is missing here. Nobody else may do anything; without a sign-in only the first page and the
                error page answer.

                ## Acts on a report

                | act | role, for the region of the TPS | while the report is |
                |---|---|---|
                """);
        for (Action action : Action.values()) {
            text.append("| ")
                    .append(action)
                    .append(" | ")
                    .append(action.roles().stream()
                            .sorted()
                            .map(Role::realmName)
                            .collect(Collectors.joining(", ")))
                    .append(" | ");
            text.append(action.from().stream().sorted().map(Enum::name).collect(Collectors.joining(", ")));
            text.append(" |\n");
        }
        text.append("""

                Who enters a report in the place of the operator answers its corrections like the operator.

                Four eyes: operator, verifier and second verifier of the same figures are three people; a report that a colleague
                holds is left to the colleague or taken over with a reason.

                ## Programs

                """);
        table(text, true);
        text.append("\n## Pages\n\n");
        table(text, false);
        GeneratedDocument.check("authorisation.md", text.toString());
    }

    @Test
    void each_endpoint_stands_there_once() {
        assertThat(AccessTable.rows()).extracting(AccessTable.Row::key).doesNotHaveDuplicates();
    }

    private static void table(StringBuilder text, boolean api) {
        text.append("| request |");
        for (Role role : Role.values()) {
            text.append(' ').append(role.realmName()).append(" |");
        }
        text.append(" where |\n|---|")
                .append("---|".repeat(Role.values().length))
                .append("---|\n");
        for (AccessTable.Row row : AccessTable.rows()) {
            if (row.isApi() == api) {
                text.append("| `").append(row.key().replace("* ", "")).append("` |");
                for (Role role : Role.values()) {
                    text.append(row.who().contains(role) ? " yes |" : " – |");
                }
                text.append(' ')
                        .append(row.open() ? "open to all" : row.where().words())
                        .append(" |\n");
            }
        }
    }
}
