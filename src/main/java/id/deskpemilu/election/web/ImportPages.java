package id.deskpemilu.election.web;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.imports.ImportBatch;
import id.deskpemilu.election.imports.ImportError;
import id.deskpemilu.election.imports.ImportFiles;
import id.deskpemilu.election.imports.ImportInvalid;
import id.deskpemilu.election.imports.ImportKind;
import id.deskpemilu.election.imports.ImportPlan;
import id.deskpemilu.election.imports.ImportRunner;
import id.deskpemilu.election.imports.ImportTexts;
import id.deskpemilu.election.usecase.DraftImport;
import id.deskpemilu.election.usecase.ReviewImport;
import id.deskpemilu.election.usecase.StartImport;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.web.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page that imports files in steps, and the files to begin with. */
@Controller
@RequestMapping("/admin")
class ImportPages {

    private static final String VIEW = "admin/import";
    private static final String FRAGMENT = "admin/import :: state";
    private static final String CSV_START = "\uFEFF"; // so that Excel takes it for UTF-8

    private final Elections elections;
    private final DraftImport draftImport;
    private final ReviewImport reviewImport;
    private final StartImport startImport;
    private final ImportRunner runner;
    private final ImportTexts texts;
    private final Problems problems;

    ImportPages(
            Elections elections,
            DraftImport draftImport,
            ReviewImport reviewImport,
            StartImport startImport,
            ImportRunner runner,
            ImportTexts texts,
            Problems problems) {
        this.elections = elections;
        this.draftImport = draftImport;
        this.reviewImport = reviewImport;
        this.startImport = startImport;
        this.runner = runner;
        this.texts = texts;
        this.problems = problems;
    }

    @GetMapping("/elections/{election}/imports")
    ModelAndView begin(Actor actor, @PathVariable("election") String code) {
        actor.requireAnywhere(Role.ADMIN);
        return new ModelAndView(VIEW, "page", page(elections.get(code), "UPLOAD"));
    }

    @PostMapping("/elections/{election}/imports")
    ModelAndView check(
            Actor actor,
            @PathVariable("election") String code,
            @RequestPart(name = "regions", required = false) @Nullable MultipartFile regions,
            @RequestPart(name = "stations", required = false) @Nullable MultipartFile stations,
            @RequestPart(name = "ballots", required = false) @Nullable MultipartFile ballots,
            @RequestPart(name = "dapil", required = false) @Nullable MultipartFile dapil,
            @RequestPart(name = "candidates", required = false) @Nullable MultipartFile candidates,
            @RequestPart(name = "operators", required = false) @Nullable MultipartFile operators,
            @RequestPart(name = "contacts", required = false) @Nullable MultipartFile contacts,
            Locale locale) {
        actor.requireAnywhere(Role.ADMIN);
        Election election = elections.get(code);
        try {
            ImportFiles files = ImportApi.files(regions, stations, ballots, dapil, candidates, operators, contacts);
            UUID id = draftImport.execute(actor, code, files);
            return new ModelAndView("redirect:/admin/elections/" + code + "/imports/" + id);
        } catch (ImportInvalid invalid) {
            return refused(page(election, "ERRORS").withErrors(errors(invalid.errors(), locale)));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            return refused(page(election, "FAILED").withFailure(sentence(refusal.code(), refusal.arguments())));
        }
    }

    private static ModelAndView refused(ImportPage page) {
        ModelAndView view = new ModelAndView(VIEW, "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @PostMapping("/elections/{election}/imports/{id}")
    String start(Actor actor, @PathVariable("election") String code, @PathVariable("id") UUID id) {
        startImport.execute(actor, id);
        return "redirect:/admin/elections/" + code + "/imports/" + id;
    }

    @GetMapping("/elections/{election}/imports/{id}")
    ModelAndView state(
            Actor actor,
            @PathVariable("election") String code,
            @PathVariable("id") UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String byScript,
            Locale locale) {
        ReviewImport.Review review = reviewImport.execute(actor, id);
        if (!review.batch().election().equals(code)) {
            throw Refusal.notFound("IMPORT_UNKNOWN", id.toString());
        }
        return new ModelAndView(byScript == null ? VIEW : FRAGMENT, "page", page(elections.get(code), review, locale));
    }

    private ImportPage page(Election election, ReviewImport.Review review, Locale locale) {
        ImportBatch batch = review.batch();
        ImportPlan plan = review.plan();
        String step = !review.errors().isEmpty()
                ? "ERRORS"
                : batch.state() == ImportBatch.State.PREVIEWED
                        ? "PREVIEW"
                        : batch.state().name();
        List<ImportPage.Kind> kinds = plan == null
                ? batch.counts().entrySet().stream()
                        .map(entry -> new ImportPage.Kind(
                                entry.getKey(),
                                entry.getValue().added(),
                                entry.getValue().changed(),
                                entry.getValue().unchanged(),
                                List.of()))
                        .toList()
                : plan.parts().entrySet().stream()
                        .map(entry -> kind(entry.getKey(), entry.getValue(), locale))
                        .toList();
        List<ImportPage.NewAccount> passwords = batch.state() != ImportBatch.State.DONE
                ? List.of()
                : runner.takePasswords(batch.id()).stream()
                        .map(one -> new ImportPage.NewAccount(one.username(), one.name(), one.region(), one.password()))
                        .toList();
        return new ImportPage(
                election.name(),
                election.code(),
                base(election),
                step,
                batch.id().toString(),
                kinds,
                errors(review.errors(), locale),
                batch.done(),
                batch.total(),
                passwords,
                batch.message() == null ? null : sentence(batch.message(), 0));
    }

    private ImportPage.Kind kind(ImportKind kind, ImportPlan.Part part, Locale locale) {
        return new ImportPage.Kind(
                kind.key(),
                part.added(),
                part.changed(),
                part.unchanged(),
                part.samples().stream()
                        .map(change ->
                                new ImportPage.Sample(change.added() ? "ADDED" : "CHANGED", texts.line(change, locale)))
                        .toList());
    }

    private List<ImportPage.RowError> errors(List<ImportError> errors, Locale locale) {
        return errors.stream()
                .map(error -> new ImportPage.RowError(
                        error.file().key(),
                        error.line(),
                        Objects.requireNonNullElse(error.column(), "–"),
                        texts.message(error, locale),
                        texts.allowed(error, locale)))
                .toList();
    }

    private String sentence(String code, Object... arguments) {
        return problems.reason(code, arguments) + " " + problems.next(code, arguments);
    }

    private static ImportPage page(Election election, String step) {
        return new ImportPage(
                election.name(),
                election.code(),
                base(election),
                step,
                null,
                List.of(),
                List.of(),
                0,
                0,
                List.of(),
                null);
    }

    private static String base(Election election) {
        return "/admin/elections/" + election.code();
    }

    /** A file with the right columns and a few invented lines. */
    @GetMapping("/templates/{kind}.csv")
    ResponseEntity<byte[]> template(Actor actor, @PathVariable("kind") String key) {
        actor.requireAnywhere(Role.ADMIN);
        ImportKind kind = ImportKind.ofKey(key).orElseThrow(() -> Refusal.notFound("TEMPLATE_UNKNOWN", key));
        String text = CSV_START + kind.header() + "\r\n" + String.join("\r\n", kind.example()) + "\r\n";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(kind.key() + ".csv")
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
