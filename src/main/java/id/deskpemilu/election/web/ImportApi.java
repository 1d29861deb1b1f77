package id.deskpemilu.election.web;

import id.deskpemilu.election.imports.ImportFiles;
import id.deskpemilu.election.imports.ImportInvalid;
import id.deskpemilu.election.imports.ImportKind;
import id.deskpemilu.election.imports.ImportPlan;
import id.deskpemilu.election.imports.ImportProgress;
import id.deskpemilu.election.imports.ImportResult;
import id.deskpemilu.election.imports.ImportTexts;
import id.deskpemilu.election.usecase.ApplyImport;
import id.deskpemilu.election.usecase.PreviewImport;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports for other programs: in one call, with or without changing anything. */
@RestController
class ImportApi {

    private final PreviewImport previewImport;
    private final ApplyImport applyImport;
    private final ImportTexts texts;

    ImportApi(PreviewImport previewImport, ApplyImport applyImport, ImportTexts texts) {
        this.previewImport = previewImport;
        this.applyImport = applyImport;
        this.texts = texts;
    }

    /**
     * @param plan what was, or would be, changed, by file
     * @param accounts the accounts that were created, with passwords that are told this once
     */
    record ImportView(boolean preview, Map<String, ImportPlan.Part> plan, List<ImportResult.NewAccount> accounts) {

        static ImportView of(boolean preview, ImportPlan plan, List<ImportResult.NewAccount> accounts) {
            Map<String, ImportPlan.Part> parts = new LinkedHashMap<>();
            plan.parts().forEach((kind, part) -> parts.put(kind.key(), part));
            return new ImportView(preview, parts, accounts);
        }
    }

    record ErrorView(String file, long line, @Nullable String column, String code, String message, String allowed) {}

    @PostMapping(path = "/api/v1/elections/{election}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportView run(
            Actor actor,
            @PathVariable("election") String election,
            @RequestParam(name = "preview", defaultValue = "false") boolean preview,
            @RequestPart(name = "regions", required = false) @Nullable MultipartFile regions,
            @RequestPart(name = "stations", required = false) @Nullable MultipartFile stations,
            @RequestPart(name = "ballots", required = false) @Nullable MultipartFile ballots,
            @RequestPart(name = "dapil", required = false) @Nullable MultipartFile dapil,
            @RequestPart(name = "candidates", required = false) @Nullable MultipartFile candidates,
            @RequestPart(name = "operators", required = false) @Nullable MultipartFile operators,
            @RequestPart(name = "contacts", required = false) @Nullable MultipartFile contacts,
            Locale locale) {
        ImportFiles files = files(regions, stations, ballots, dapil, candidates, operators, contacts);
        try {
            if (preview) {
                return ImportView.of(true, previewImport.execute(actor, election, files), List.of());
            }
            ImportResult result = applyImport.execute(actor, election, files, ImportProgress.NOBODY);
            return ImportView.of(false, result.plan(), result.accounts());
        } catch (ImportInvalid invalid) {
            throw refusal(invalid, locale);
        }
    }

    private Refusal refusal(ImportInvalid invalid, Locale locale) {
        List<ErrorView> errors = invalid.errors().stream()
                .map(error -> new ErrorView(
                        error.file().key(),
                        error.line(),
                        error.column(),
                        error.code(),
                        texts.message(error, locale),
                        texts.allowed(error, locale)))
                .toList();
        return Refusal.invalid("IMPORT_INVALID", errors.size()).with("errors", errors);
    }

    /** The uploaded files; a field of a form that was left empty counts as no file. */
    static ImportFiles files(
            @Nullable MultipartFile regions,
            @Nullable MultipartFile stations,
            @Nullable MultipartFile ballots,
            @Nullable MultipartFile dapil,
            @Nullable MultipartFile candidates,
            @Nullable MultipartFile operators,
            @Nullable MultipartFile contacts) {
        Map<ImportKind, byte[]> contents = new EnumMap<>(ImportKind.class);
        put(contents, ImportKind.REGIONS, regions);
        put(contents, ImportKind.STATIONS, stations);
        put(contents, ImportKind.BALLOTS, ballots);
        put(contents, ImportKind.DAPIL, dapil);
        put(contents, ImportKind.CANDIDATES, candidates);
        put(contents, ImportKind.OPERATORS, operators);
        put(contents, ImportKind.CONTACTS, contacts);
        return new ImportFiles(contents);
    }

    private static void put(Map<ImportKind, byte[]> contents, ImportKind kind, @Nullable MultipartFile file) {
        try {
            if (file != null && !(file.isEmpty() && "".equals(file.getOriginalFilename()))) {
                contents.put(kind, file.getBytes());
            }
        } catch (IOException cutOff) {
            Refusal refusal = Refusal.invalid("UPLOAD_CUT_OFF", kind.key());
            refusal.initCause(cutOff);
            throw refusal;
        }
    }
}
