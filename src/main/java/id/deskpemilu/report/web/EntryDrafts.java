package id.deskpemilu.report.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Draft;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.SaveDraft;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the entry form saves by itself while it is filled. */
@RestController
@RequestMapping("/reports/{election}/{contest}/{tps}")
class EntryDrafts {

    private final SaveDraft saveDraft;
    private final Zones zones;

    EntryDrafts(SaveDraft saveDraft, Zones zones) {
        this.saveDraft = saveDraft;
        this.zones = zones;
    }

    /**
     * What was typed since the last time.
     *
     * @param key the name of the attempt to send
     * @param figures the texts by field code
     * @param explanations the reasons by finding code
     */
    record Typed(
            @Nullable String key,
            @Nullable Map<String, String> figures,
            @Nullable Map<String, String> explanations) {}

    /**
     * That it is kept.
     *
     * @param at when, in milliseconds since 1970
     * @param time when, by the clock of the region, such as "19.42 WIB"
     * @param filled how many boxes are filled
     * @param boxes how many there are
     */
    record Kept(long at, String time, int filled, int boxes) {}

    @PutMapping("/draft")
    Kept save(
            Actor actor,
            @PathVariable String election,
            @PathVariable String contest,
            @PathVariable String tps,
            @RequestBody Typed typed,
            Locale locale) {
        ReportAddress address = ReportAddress.of(election, contest, tps);
        Draft draft = saveDraft.execute(
                actor,
                address,
                new SaveDraft.Command(
                        typed.key(),
                        typed.figures() == null ? Map.of() : typed.figures(),
                        typed.explanations() == null ? Map.of() : typed.explanations()));
        return new Kept(
                draft.savedAt().toEpochMilli(),
                DateTimeFormatter.ofPattern("HH.mm z", locale)
                        .format(draft.savedAt().atZone(zones.of(address.station()))),
                draft.filled(),
                draft.boxes());
    }
}
