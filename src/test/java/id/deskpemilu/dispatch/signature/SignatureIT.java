package id.deskpemilu.dispatch.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.RunningDesk;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What several nodes share: the key, and what is known of attempts to have a letter signed. */
class SignatureIT extends RunningDesk {

    private static final String FILE = "a".repeat(64);
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SignatureSettings settings;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    @Autowired
    private Signer signer;

    @Autowired
    private SignatureCheck check;

    @Autowired
    private Seal seal;

    @Autowired
    private AttemptLog attempts;

    @Test
    void with_nothing_set_all_nodes_sign_with_one_key_that_the_desk_made() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> asking = IntStream.range(0, 4)
                    .<Callable<String>>mapToObj(
                            node -> () -> Names.hash(new AgencyKeys(settings, jdbc, clock, transactions)
                                    .key()
                                    .certificate()))
                    .toList();
            String first = seal.certificateHash();
            for (Future<String> answer : nodes.invokeAll(asking)) {
                assertThat(answer.get()).isEqualTo(first);
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(signer.isSelfMade()).isTrue();
        assertThat(signer.asksForCredentials()).isFalse();
        SigningRequest asked = PdfMother.request(PdfMother.letter());
        Verdict verdict = check.check(signer.sign(asked));
        assertThat(verdict.isIntact()).isTrue();
        assertThat(verdict.signatures().get(0).trust()).isEqualTo(Verdict.Trust.SELF_MADE);
        assertThat(seal.open(seal.seal(new byte[] {1})).trust()).isEqualTo(Verdict.Trust.SELF_MADE);
    }

    @Test
    void what_is_known_of_an_attempt_outlives_the_transaction_that_made_it() {
        UUID letter = UUID.randomUUID();
        TransactionTemplate click = new TransactionTemplate(transactions);
        click.executeWithoutResult(status -> {
            assertThat(attempts.begin(letter, FILE, "Sekda", LEASE).signed()).isNull();
            attempts.signed(letter, new byte[] {1, 2, 3});
            status.setRollbackOnly();
        });
        assertThat(attempts.begin(letter, FILE, "Sekda", LEASE).signed()).containsExactly(1, 2, 3);
        assertThat(attempts.begin(letter, FILE, "Pj. Sekda", LEASE).signed())
                .as("another official signs himself")
                .isNull();
        attempts.failed(letter);
        attempts.begin(letter, FILE, "Sekda", LEASE);
        attempts.signed(letter, new byte[] {1});
        assertThat(attempts.begin(letter, "b".repeat(64), "Sekda", LEASE).signed())
                .as("another file")
                .isNull();
    }

    @Test
    void two_clicks_at_once_ask_the_service_once() {
        UUID letter = UUID.randomUUID();
        attempts.begin(letter, FILE, "Sekda", LEASE);
        assertThatThrownBy(() -> attempts.begin(letter, FILE, "Sekda", LEASE)).hasMessage("SIGNING_UNDER_WAY");
        attempts.failed(letter);
        attempts.begin(letter, FILE, "Sekda", LEASE);
    }

    @Test
    void an_unknown_outcome_is_waited_for_unless_the_file_has_a_name() {
        UUID letter = UUID.randomUUID();
        attempts.begin(letter, FILE, "Sekda", LEASE);
        attempts.unknown(letter, Duration.ofMinutes(1));
        assertThatThrownBy(() -> attempts.begin(letter, FILE, "Sekda", LEASE)).hasMessage("SIGN_OUTCOME_UNKNOWN");
        attempts.unknown(letter, Duration.ZERO);
        assertThat(attempts.begin(letter, FILE, "Sekda", LEASE).document()).isNull();
        attempts.named(letter, "dok-7");
        attempts.unknown(letter, Duration.ofMinutes(1));
        assertThat(attempts.begin(letter, FILE, "Sekda", LEASE).document()).isEqualTo("dok-7");
        assertThatThrownBy(() -> attempts.begin(letter, FILE, "Sekda", LEASE)).hasMessage("SIGNING_UNDER_WAY");
    }
}
