package id.deskpemilu.dispatch.signature;

import static id.deskpemilu.dispatch.signature.KeyMother.AGENCY;
import static id.deskpemilu.dispatch.signature.KeyMother.CLOCK;
import static id.deskpemilu.dispatch.signature.KeyMother.OFFICIAL;
import static id.deskpemilu.dispatch.signature.PdfMother.LETTER;
import static id.deskpemilu.dispatch.signature.PdfMother.letter;
import static id.deskpemilu.dispatch.signature.PdfMother.request;
import static id.deskpemilu.dispatch.signature.PdfMother.signed;
import static id.deskpemilu.dispatch.signature.SignatureSettings.Appearance.INVISIBLE;
import static id.deskpemilu.dispatch.signature.SignatureSettings.Appearance.VISIBLE;
import static id.deskpemilu.dispatch.signature.StubBsre.NIK;
import static id.deskpemilu.dispatch.signature.StubBsre.PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import id.deskpemilu.dispatch.signature.StubBsre.Mood;
import id.deskpemilu.shared.Refusal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The official signs at BSrE's service, which can fail in many ways and must never make two letters of one. */
@Isolated("it reads everything that is logged")
class BsreSignerTest {

    private StubBsre bsre;
    private final AttemptsInMemory attempts = new AttemptsInMemory();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Appender<ILoggingEvent>> elsewhere = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private Level before;

    @BeforeEach
    void everything_is_logged() throws Exception {
        bsre = new StubBsre();
        before = root.getLevel();
        root.setLevel(Level.TRACE);
        log.start();
        root.iteratorForAppenders().forEachRemaining(elsewhere::add);
        elsewhere.forEach(root::detachAppender); // what is provoked here is read here and nowhere else
        root.addAppender(log);
    }

    /** Whatever a test does: what the official typed is in no log and in no refusal. */
    @AfterEach
    void nothing_that_was_typed_is_told() {
        root.detachAppender(log);
        elsewhere.forEach(root::addAppender);
        root.setLevel(before);
        bsre.close();
        List<String> told = new ArrayList<>();
        for (ILoggingEvent event : log.list) {
            told.add(event.getFormattedMessage()
                    + Arrays.toString(event.getArgumentArray())
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
        for (Refusal refusal : refusals) {
            StringWriter trace = new StringWriter();
            refusal.printStackTrace(new PrintWriter(trace));
            told.add(trace + Arrays.toString(refusal.arguments()) + refusal.details());
        }
        told.add(request(letter(), typed()).toString());
        assertThat(told)
                .noneMatch(line -> line.contains(NIK) || line.contains(PASSPHRASE) || line.contains("Rahasia#"));
        assertThat(told).noneMatch(line -> line.contains(StubBsre.PASSWORD));
    }

    private static Credentials typed() {
        return new Credentials(NIK, PASSPHRASE.toCharArray());
    }

    private BsreSigner signer(String protocol) {
        return signer(protocol, settings(bsre.address(), StubBsre.PASSWORD, INVISIBLE, ""));
    }

    private BsreSigner signer(String protocol, SignatureSettings.Bsre settings) {
        BsreClient client = new BsreClient(settings);
        return new BsreSigner(
                protocol.equals("v1") ? new BsreV1(client) : new BsreV2(client),
                settings.timeout(),
                attempts,
                new Inspector(TrustList.NONE, CLOCK));
    }

    private static SignatureSettings.Bsre settings(
            String url, String password, SignatureSettings.Appearance appearance, String image) {
        return new SignatureSettings.Bsre(url, StubBsre.USER, password, Duration.ofMillis(1_500), appearance, image);
    }

    private String refused(BsreSigner signer, byte[] pdf, Credentials credentials) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> signer.sign(request(pdf, credentials)));
        assertThat(refusal).isNotNull();
        refusals.add(refusal);
        return refusal.code();
    }

    private String refused(String protocol) {
        return refused(signer(protocol), letter(), typed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void the_official_signs(String protocol) {
        byte[] plain = letter();
        BsreSigner signer = signer(protocol);
        assertThat(signer.asksForCredentials()).isTrue();
        assertThat(signer.isSelfMade()).isFalse();
        byte[] pdf = signer.sign(request(plain, typed()));
        assertThat(pdf).startsWith(plain);
        assertThat(Judges.dss(pdf, OFFICIAL)).containsExactly("TOTAL_PASSED PAdES-BASELINE-B");
        assertThat(bsre.fields)
                .containsEntry("nik", NIK)
                .containsEntry("passphrase", PASSPHRASE)
                .containsEntry("reason", "Laporan pukul 18.00")
                .containsEntry("location", "Jombang")
                .containsEntry("tampilan", protocol.equals("v1") ? "invisible" : "INVISIBLE")
                .doesNotContainKeys("page", "xAxis", "originX");
        assertThat(bsre.requests)
                .containsExactlyElementsOf(
                        protocol.equals("v1")
                                ? List.of("GET /api/user/status/" + NIK, "POST /api/sign/pdf")
                                : List.of("POST /api/v2/user/check/status", "POST /api/v2/sign/pdf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void under_a_signature_of_the_agency_the_official_signs_too(String protocol) {
        byte[] once = signed(AGENCY, letter());
        byte[] twice = signer(protocol).sign(request(once, typed()));
        assertThat(Judges.dss(twice, AGENCY, OFFICIAL))
                .containsExactly("TOTAL_PASSED PAdES-BASELINE-B", "TOTAL_PASSED PAdES-BASELINE-B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void the_service_draws_only_if_the_settings_say_so(String protocol, @TempDir Path folder) throws Exception {
        Path image = Files.write(folder.resolve("ttd.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        signer(protocol, settings(bsre.address(), StubBsre.PASSWORD, VISIBLE, image.toString()))
                .sign(request(letter(), typed()));
        if (protocol.equals("v1")) {
            assertThat(bsre.fields)
                    .containsEntry("tampilan", "visible")
                    .containsEntry("image", "true")
                    .containsEntry("page", "1")
                    .containsEntry("xAxis", "320")
                    .containsEntry("yAxis", "120")
                    .containsEntry("width", "200")
                    .containsEntry("height", "60");
        } else {
            assertThat(bsre.fields)
                    .containsEntry("tampilan", "VISIBLE")
                    .containsEntry("imageBase64", "iVBORw==")
                    .containsEntry("page", "1")
                    .containsEntry("originX", "320.0");
        }
    }

    @ParameterizedTest
    @CsvSource({"v1,SIGNS", "v1,CALLS_EVERYTHING_500", "v2,SIGNS", "v2,CALLS_EVERYTHING_500"})
    void a_wrong_passphrase_is_known_by_what_is_said_not_by_the_status(String protocol, Mood mood) {
        bsre.mood = mood;
        BsreSigner signer = signer(protocol);
        assertThat(refused(signer, letter(), new Credentials(NIK, "salah".toCharArray())))
                .isEqualTo("SIGN_PASSPHRASE_WRONG");
        assertThat(signer.sign(request(letter(), typed()))).as("typed again").isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "v1,CERTIFICATE_EXPIRED,SIGNER_CERTIFICATE_EXPIRED",
        "v2,CERTIFICATE_EXPIRED,SIGNER_CERTIFICATE_EXPIRED",
        "v1,SUSPENDED,SIGNER_NOT_ALLOWED",
        "v2,SUSPENDED,SIGNER_NOT_ALLOWED",
        "v1,SPRING_500,SIGN_SERVICE_FAILED",
        "v2,SPRING_500,SIGN_SERVICE_FAILED",
        "v1,ECHOES_WHAT_WAS_TYPED,SIGN_SERVICE_FAILED",
        "v2,ECHOES_WHAT_WAS_TYPED,SIGN_SERVICE_FAILED",
        "v1,PAGE_WITH_STATUS_200,SIGN_ANSWER_INVALID",
        "v2,PAGE_WITH_STATUS_200,SIGN_ANSWER_INVALID",
        "v1,PAGE_CALLED_A_PDF,SIGN_ANSWER_INVALID",
        "v2,PAGE_CALLED_A_PDF,SIGN_ANSWER_INVALID",
        "v1,ANOTHER_FILE,SIGN_ANSWER_INVALID",
        "v2,ANOTHER_FILE,SIGN_ANSWER_INVALID",
        "v1,NOT_SIGNED_AT_ALL,SIGN_ANSWER_INVALID",
        "v2,NOT_SIGNED_AT_ALL,SIGN_ANSWER_INVALID"
    })
    void every_failure_has_its_own_words_and_can_be_tried_again(String protocol, Mood mood, String code) {
        bsre.mood = mood;
        assertThat(refused(protocol)).isEqualTo(code);
        bsre.mood = Mood.SIGNS;
        assertThat(signer(protocol).sign(request(letter(), typed()))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void what_the_service_says_is_shown_without_what_was_typed(String protocol) {
        bsre.mood = Mood.ECHOES_WHAT_WAS_TYPED;
        refused(protocol);
        assertThat(refusals.get(0).arguments()[0].toString()).isEqualTo("gagal untuk … dengan …");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void whoever_may_not_sign_is_told_before_the_passphrase_goes_out(String protocol) {
        bsre.status = "EXPIRED";
        assertThat(refused(protocol)).isEqualTo("SIGNER_CERTIFICATE_EXPIRED");
        for (String status :
                List.of("SUSPEND", "REVOKE", "RENEW", "NEW", "NO_CERTIFICATE", "WAITING_FOR_VERIFICATION")) {
            bsre.status = status;
            assertThat(refused(protocol)).isEqualTo("SIGNER_NOT_ALLOWED");
        }
        bsre.status = "NOT_REGISTERED";
        assertThat(refused(protocol)).isEqualTo("SIGNER_UNREGISTERED");
        assertThat(refused(signer(protocol), letter(), new Credentials("3517010101709999", PASSPHRASE.toCharArray())))
                .isEqualTo("SIGNER_UNREGISTERED");
        assertThat(bsre.requests).noneMatch(one -> one.contains("/sign/pdf"));
        bsre.status = "SESUATU_YANG_BARU";
        assertThat(signer(protocol).sign(request(letter(), typed()))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void a_service_without_that_question_is_asked_to_sign_at_once(String protocol) {
        bsre.status = null;
        assertThat(refused(signer(protocol), letter(), new Credentials("3517010101709999", PASSPHRASE.toCharArray())))
                .isEqualTo("SIGNER_UNREGISTERED");
        assertThat(signer(protocol).sign(request(letter(), typed()))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void a_desk_that_the_service_does_not_know_is_told_so(String protocol) {
        assertThat(refused(signer(protocol, settings(bsre.address(), "lain", INVISIBLE, "")), letter(), typed()))
                .isEqualTo("SIGN_SERVICE_REFUSED_US");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void a_service_that_is_not_there_has_not_signed(String protocol) {
        BsreSigner signer = signer(protocol);
        bsre.close();
        assertThat(refused(signer, letter(), typed())).isEqualTo("SIGN_SERVICE_UNREACHABLE");
        assertThat(attempts.states).isEmpty();
    }

    @Test
    void what_cannot_be_a_nik_or_a_passphrase_does_not_go_out() {
        assertThat(refused(signer("v1"), letter(), new Credentials("../../35170101017", "x".toCharArray())))
                .isEqualTo("SIGN_NIK_INVALID");
        assertThat(refused(signer("v1"), letter(), new Credentials(NIK, new char[0])))
                .isEqualTo("SIGN_PASSPHRASE_MISSING");
        assertThat(bsre.requests).isEmpty();
    }

    @Test
    void a_file_that_is_only_named_is_fetched_once() {
        bsre.mood = Mood.NAMES_THE_FILE;
        byte[] pdf = signer("v1").sign(request(letter(), typed()));
        assertThat(Judges.dss(pdf, OFFICIAL)).containsExactly("TOTAL_PASSED PAdES-BASELINE-B");
        assertThat(bsre.requests).filteredOn(one -> one.contains("/download/")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void a_second_click_after_the_signature_gets_the_same_file(String protocol) {
        byte[] plain = letter();
        byte[] first = signer(protocol).sign(request(plain, typed()));
        assertThat(signer(protocol).sign(request(plain, typed()))).isEqualTo(first);
        assertThat(bsre.signed).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"v1,SILENT_AFTER_SIGNING", "v2,SILENT_AFTER_SIGNING", "v2,SLOW_BODY"})
    void after_an_outcome_that_nobody_knows_the_service_is_left_alone_for_a_while(String protocol, Mood mood) {
        bsre.mood = mood;
        assertThat(refused(protocol)).isEqualTo("SIGN_OUTCOME_UNKNOWN");
        bsre.mood = Mood.SIGNS;
        assertThat(refused(protocol)).as("the second click").isEqualTo("SIGN_OUTCOME_UNKNOWN");
        assertThat(bsre.signed).hasValue(1);
        attempts.forgetUnknown();
        assertThat(signer(protocol).sign(request(letter(), typed()))).isNotEmpty();
    }

    @Test
    void what_breaks_off_behind_its_name_is_fetched_at_once() {
        bsre.mood = Mood.SLOW_BODY;
        byte[] plain = letter();
        assertThat(signer("v1").sign(request(plain, typed()))).startsWith(plain);
        assertThat(bsre.signed).hasValue(1);
    }

    @Test
    void what_was_signed_and_lost_on_the_way_is_fetched_by_its_name_at_the_next_click() {
        bsre.mood = Mood.NAMES_THE_FILE_AND_STUMBLES;
        byte[] plain = letter();
        assertThat(refused(signer("v1"), plain, typed())).isEqualTo("SIGN_OUTCOME_UNKNOWN");
        assertThat(signer("v1").sign(request(plain, typed()))).startsWith(plain);
        assertThat(bsre.signed).as("signed once").hasValue(1);
        assertThat(attempts.files).containsKey(LETTER);
    }

    @Test
    void what_the_service_does_not_give_any_more_is_signed_anew() {
        byte[] plain = letter();
        bsre.mood = Mood.NAMES_THE_FILE_AND_LOSES_IT;
        assertThat(refused(signer("v1"), plain, typed())).isEqualTo("SIGN_OUTCOME_UNKNOWN");
        bsre.mood = Mood.SIGNS;
        attempts.documents.replace(LETTER, "dok-hilang");
        assertThat(signer("v1").sign(request(plain, typed()))).startsWith(plain);
        assertThat(bsre.signed).hasValue(2);
    }

    @Test
    void settings_do_not_tell_the_password() {
        assertThat(settings("http://x", "kata-sandi", INVISIBLE, "").toString()).doesNotContain("kata-sandi");
    }
}
