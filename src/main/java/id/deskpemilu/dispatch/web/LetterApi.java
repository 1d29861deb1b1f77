package id.deskpemilu.dispatch.web;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterArchive;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.Prose;
import id.deskpemilu.dispatch.signature.Credentials;
import id.deskpemilu.dispatch.usecase.EditProse;
import id.deskpemilu.dispatch.usecase.MakeLetter;
import id.deskpemilu.dispatch.usecase.ReadLetter;
import id.deskpemilu.dispatch.usecase.RefreezeLetter;
import id.deskpemilu.dispatch.usecase.SendAgain;
import id.deskpemilu.dispatch.usecase.SignLetter;
import id.deskpemilu.dispatch.usecase.SignatureOrder;
import id.deskpemilu.dispatch.usecase.WithdrawLetter;
import id.deskpemilu.election.Elections;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.web.FreshLogin;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Letters in the API. */
@RestController
@Tag(name = "letters", description = "Surat: potong, tulis, tanda tangani, unduh, cabut")
class LetterApi {

    private static final String ALL = "/api/v1/elections/{election}/letters";
    private static final String ONE = ALL + "/{id}";

    private final Elections elections;
    private final Letters letters;
    private final LetterArchive archive;
    private final ReadLetter readLetter;
    private final MakeLetter makeLetter;
    private final EditProse editProse;
    private final RefreezeLetter refreezeLetter;
    private final SignLetter signLetter;
    private final SendAgain sendAgain;
    private final WithdrawLetter withdrawLetter;
    private final LetterFiles files;
    private final FreshLogin freshLogin;

    LetterApi(
            Elections elections,
            Letters letters,
            LetterArchive archive,
            ReadLetter readLetter,
            MakeLetter makeLetter,
            EditProse editProse,
            RefreezeLetter refreezeLetter,
            SignLetter signLetter,
            SendAgain sendAgain,
            WithdrawLetter withdrawLetter,
            LetterFiles files,
            FreshLogin freshLogin) {
        this.elections = elections;
        this.letters = letters;
        this.archive = archive;
        this.readLetter = readLetter;
        this.makeLetter = makeLetter;
        this.editProse = editProse;
        this.refreezeLetter = refreezeLetter;
        this.signLetter = signLetter;
        this.sendAgain = sendAgain;
        this.withdrawLetter = withdrawLetter;
        this.files = files;
        this.freshLogin = freshLogin;
    }

    /** A letter to make; without a kind a full one. */
    record NewLetter(@Nullable String region, @Nullable LetterKind kind) {}

    /** What is written, on top of the version that was read. */
    record Writing(
            @Nullable Integer version,
            @Nullable String situation,
            @Nullable String problems,
            @Nullable String suggestions) {}

    /** The version that was read. */
    record Read(@Nullable Integer version) {}

    /** Why a letter does not hold. */
    record Withdrawal(@Nullable String reason) {}

    /** What a signature is made with; NIK and passphrase only where the signer asks for them. */
    record Signature(
            @Nullable Integer version,
            @Nullable String code,
            @Nullable String nik,
            char @Nullable [] passphrase) {

        SignatureOrder at(Instant authenticatedAt) {
            return new SignatureOrder(
                    number(version),
                    Objects.requireNonNullElse(code, ""),
                    new Credentials(
                            Objects.requireNonNullElse(nik, "").strip(),
                            Objects.requireNonNullElse(passphrase, new char[0])),
                    authenticatedAt);
        }

        @Override
        public String toString() {
            return "Signature[…]";
        }
    }

    @GetMapping(ALL)
    @Operation(summary = "The letters of my regions, the earliest hour first")
    List<LetterResource> all(Actor actor, @PathVariable String election) {
        return letters.of(elections.get(election).id(), actor.scopes()).stream()
                .map(letter -> LetterResource.of(letter, actor, null))
                .toList();
    }

    @PostMapping(ALL)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a letter now; its figures are frozen a moment later")
    LetterResource make(Actor actor, @PathVariable String election, @RequestBody NewLetter order) {
        LetterId made = makeLetter.execute(
                actor,
                election,
                RegionCode.of(Objects.requireNonNullElse(order.region(), "")),
                Objects.requireNonNullElse(order.kind(), LetterKind.FULL));
        return of(actor, letters.get(made));
    }

    @GetMapping(ONE)
    @Operation(summary = "A letter, and the code with which it is signed")
    LetterResource read(Actor actor, @PathVariable String election, @PathVariable String id) {
        return of(actor, letter(actor, election, id));
    }

    @PutMapping(ONE + "/prose")
    @Operation(summary = "Write situation, problems and suggestions")
    LetterResource write(
            Actor actor, @PathVariable String election, @PathVariable String id, @RequestBody Writing writing) {
        Prose prose = new Prose(
                Objects.requireNonNullElse(writing.situation(), ""),
                Objects.requireNonNullElse(writing.problems(), ""),
                Objects.requireNonNullElse(writing.suggestions(), ""));
        Letter letter = letter(actor, election, id);
        return of(actor, editProse.execute(actor, letter.id(), number(writing.version()), prose));
    }

    @PostMapping(ONE + "/refreeze")
    @Operation(summary = "Freeze the figures of a draft anew; what was written stays")
    LetterResource refreeze(
            Actor actor, @PathVariable String election, @PathVariable String id, @RequestBody Read read) {
        refreezeLetter.execute(actor, letter(actor, election, id).id(), number(read.version()));
        return read(actor, election, id);
    }

    @PostMapping(ONE + "/signature")
    @Operation(summary = "Sign it and send it; the login must be of just now (claim auth_time)")
    LetterResource sign(
            Actor actor, @PathVariable String election, @PathVariable String id, @RequestBody Signature signature) {
        Letter letter = letter(actor, election, id);
        Letter.requireAuthor(actor, letter.region());
        Instant authenticatedAt = freshLogin.require();
        return of(actor, signLetter.execute(actor, letter.id(), signature.at(authenticatedAt)));
    }

    @PostMapping(ONE + "/resend")
    @Operation(summary = "Send it once more to those who have not confirmed it")
    LetterResource resend(Actor actor, @PathVariable String election, @PathVariable String id) {
        sendAgain.execute(actor, letter(actor, election, id).id());
        return read(actor, election, id);
    }

    @PostMapping(ONE + "/withdrawal")
    @Operation(summary = "Say that it does not hold, with a reason; it stays readable")
    LetterResource withdraw(
            Actor actor, @PathVariable String election, @PathVariable String id, @RequestBody Withdrawal withdrawal) {
        Letter letter = letter(actor, election, id);
        return of(
                actor, withdrawLetter.execute(actor, letter.id(), Objects.requireNonNullElse(withdrawal.reason(), "")));
    }

    @GetMapping("/api/v1/letters/{id}/file.{kind}")
    @Operation(summary = "The letter as pdf, xlsx, csv or json")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String id, @PathVariable String kind) {
        return files.file(actor, id, kind, false);
    }

    private Letter letter(Actor actor, String election, String id) {
        Letter letter = readLetter.execute(actor, LetterId.of(id));
        if (!letter.election().code().equals(election)) {
            throw Refusal.notFound("LETTER_UNKNOWN", id);
        }
        return letter;
    }

    private LetterResource of(Actor actor, Letter letter) {
        return LetterResource.of(
                letter, actor, archive.snapshotHash(letter.id()).orElse(null));
    }

    /** No version is one that nobody has read. */
    private static int number(@Nullable Integer version) {
        return Objects.requireNonNullElse(version, -1);
    }
}
