package id.deskpemilu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.Phase;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterTest {

    private static final Instant CUT = Instant.parse("2024-11-27T11:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2024, 11, 27);
    private static final RegionCode REGENCY = new RegionCode("3517");
    private static final RegionCode DISTRICT = new RegionCode("351701");
    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void it_is_frozen_written_signed_sent_and_receipted() {
        Letter letter = planned();
        letter.frozen(CUT);
        letter.write(new Prose(" Aman. ", "", "Tidak ada."));
        assertThat(letter.prose()).isEqualTo(new Prose("Aman.", "", "Tidak ada."));
        sign(letter);
        assertThat(letter.status()).isEqualTo(LetterStatus.SIGNED);
        letter.sent(CUT);
        assertThat(letter.status()).isEqualTo(LetterStatus.SENT);
        letter.receipted(CUT);
        assertThat(letter.status()).isEqualTo(LetterStatus.RECEIPTED);
        letter.sent(CUT);
        assertThat(letter.status()).isEqualTo(LetterStatus.RECEIPTED);
        assertThat(letter.standing()).isEqualTo(Standing.IN_FORCE);
    }

    @ParameterizedTest
    @EnumSource(value = LetterStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "DRAFT")
    void only_a_draft_is_written_and_signed(LetterStatus status) {
        Letter letter = in(status);
        refused("LETTER_NOT_DRAFT", () -> letter.write(Prose.NONE));
        refused("LETTER_NOT_DRAFT", () -> letter.beginSigning(CUT));
        refused("LETTER_NOT_DRAFT", () -> letter.signed("supervisor", "Dr. X", CUT));
        if (status != LetterStatus.PLANNED) {
            refused("LETTER_NOT_DRAFT", () -> letter.frozen(CUT));
        }
    }

    @Test
    void two_people_do_not_sign_at_the_same_time() {
        Letter letter = in(LetterStatus.DRAFT);
        letter.beginSigning(CUT);
        refused("LETTER_BEING_SIGNED", () -> letter.beginSigning(CUT.plusSeconds(179)));
        letter.signingFailed();
        letter.beginSigning(CUT.plusSeconds(10));
        letter.beginSigning(CUT.plusSeconds(10).plus(Letter.LONGEST_SIGNING));
    }

    @Test
    void it_keeps_its_first_number() {
        Letter letter = in(LetterStatus.DRAFT);
        letter.register("1", DAY);
        letter.register("2", DAY.plusDays(1));
        assertThat(letter.number()).isEqualTo("1");
        assertThat(letter.dated()).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void a_later_one_supersedes_what_is_signed_and_drops_what_is_not() {
        Letter later = planned();
        for (LetterStatus status : LetterStatus.values()) {
            Letter letter = in(status);
            letter.supersede(later);
            assertThat(letter.standing()).isEqualTo(status.isSigned() ? Standing.SUPERSEDED : Standing.IN_FORCE);
            assertThat(letter.status()).isEqualTo(status.isSigned() ? status : LetterStatus.DROPPED);
        }
    }

    @Test
    void only_what_is_signed_is_withdrawn_and_only_once() {
        for (LetterStatus status : LetterStatus.values()) {
            Letter letter = in(status);
            if (status.isSigned()) {
                letter.withdraw("supervisor", "salah wilayah", CUT);
                assertThat(letter.standing()).isEqualTo(Standing.WITHDRAWN);
                refused("LETTER_WITHDRAWN", () -> letter.withdraw("supervisor", "lagi", CUT));
            } else {
                refused("LETTER_NOT_SIGNED", () -> letter.withdraw("supervisor", "salah", CUT));
            }
        }
    }

    @Test
    void the_code_that_a_signer_repeats_changes_with_figures_and_prose() {
        Letter letter = in(LetterStatus.DRAFT);
        String code = letter.confirmationCode(HASH);
        assertThat(code).matches("[0-9A-F]{6}").isEqualTo(letter.confirmationCode(HASH));
        assertThat(letter.confirmationCode(HASH.replace('0', '1'))).isNotEqualTo(code);
        for (Prose prose : List.of(new Prose("a", "", ""), new Prose("", "a", ""), new Prose("", "", "a"))) {
            letter.write(prose);
            assertThat(letter.confirmationCode(HASH)).isNotEqualTo(code);
            code = letter.confirmationCode(HASH);
        }
    }

    @Test
    void long_prose_is_refused_whole() {
        Letter letter = in(LetterStatus.DRAFT);
        letter.write(new Prose("x".repeat(Prose.LONGEST), "", ""));
        refused("PROSE_TOO_LONG", () -> letter.write(new Prose("", "", "x".repeat(Prose.LONGEST + 1))));
        assertThat(letter.prose().situation()).hasSize(Prose.LONGEST);
    }

    @Test
    void who_acts_for_the_region_sees_what_can_be_done() {
        Letter draft = in(LetterStatus.DRAFT);
        assertThat(draft.actionsFor(actor(Role.SUPERVISOR, REGENCY)))
                .containsExactlyInAnyOrder(LetterAction.EDIT, LetterAction.REFREEZE, LetterAction.SIGN);
        assertThat(in(LetterStatus.SENT).actionsFor(actor(Role.SUPERVISOR, REGENCY)))
                .containsExactlyInAnyOrder(LetterAction.RESEND, LetterAction.WITHDRAW);
        assertThat(in(LetterStatus.RECEIPTED).actionsFor(actor(Role.SUPERVISOR, REGENCY)))
                .containsExactly(LetterAction.WITHDRAW);
        for (Role role : Role.values()) {
            if (role != Role.SUPERVISOR) {
                assertThat(draft.actionsFor(actor(role, REGENCY))).isEmpty();
            }
        }
        assertThat(draft.actionsFor(actor(Role.SUPERVISOR, DISTRICT))).isEmpty();
    }

    @Test
    void the_letter_of_a_kecamatan_is_its_coordinators_too() {
        Letter letter = Letter.plan(election(), DISTRICT, LetterKind.FULL, CUT, false);
        letter.frozen(CUT);
        assertThat(letter.actionsFor(actor(Role.COORDINATOR, DISTRICT))).contains(LetterAction.SIGN);
        assertThat(letter.actionsFor(actor(Role.SUPERVISOR, REGENCY))).contains(LetterAction.SIGN);
        assertThat(letter.actionsFor(actor(Role.COORDINATOR, new RegionCode("351702"))))
                .isEmpty();
        assertThat(letter.actionsFor(actor(Role.VERIFIER, REGENCY))).isEmpty();
    }

    private static Letter in(LetterStatus status) {
        Letter letter = planned();
        Map<LetterStatus, Consumer<Letter>> ways = Map.of(
                LetterStatus.PLANNED, one -> {},
                LetterStatus.DRAFT, one -> one.frozen(CUT),
                LetterStatus.DROPPED, Letter::drop,
                LetterStatus.SIGNED, LetterTest::freezeAndSign,
                LetterStatus.SENT,
                        one -> {
                            freezeAndSign(one);
                            one.sent(CUT);
                        },
                LetterStatus.RECEIPTED,
                        one -> {
                            freezeAndSign(one);
                            one.receipted(CUT);
                        });
        ways.get(status).accept(letter);
        assertThat(letter.status()).isEqualTo(status);
        return letter;
    }

    private static void freezeAndSign(Letter letter) {
        letter.frozen(CUT);
        sign(letter);
    }

    private static void sign(Letter letter) {
        letter.beginSigning(CUT);
        letter.register("200.2.1/001/3517/2024", DAY);
        letter.signed("supervisor", "Dr. Retno", CUT);
    }

    private static Letter planned() {
        return Letter.plan(election(), REGENCY, LetterKind.FULL, CUT, true);
    }

    private static Election election() {
        return new Election("pilkada-2024", "Pilkada 2024", DAY, Phase.ACTIVE);
    }

    private static Actor actor(Role role, RegionCode region) {
        return new Actor("budi", "Budi", Set.of(role), List.of(new Actor.Scope(role, region)));
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
