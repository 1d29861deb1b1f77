package id.deskpemilu.election.web;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Phase;
import id.deskpemilu.election.usecase.CreateElection;
import id.deskpemilu.election.usecase.DefineContest;
import id.deskpemilu.election.usecase.EnterPhase;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Elections and their contests for other programs. */
@RestController
@RequestMapping("/api/v1/elections")
class ElectionApi {

    private final Elections elections;
    private final Contests contests;
    private final CreateElection createElection;
    private final EnterPhase enterPhase;
    private final DefineContest defineContest;

    ElectionApi(
            Elections elections,
            Contests contests,
            CreateElection createElection,
            EnterPhase enterPhase,
            DefineContest defineContest) {
        this.elections = elections;
        this.contests = contests;
        this.createElection = createElection;
        this.enterPhase = enterPhase;
        this.defineContest = defineContest;
    }

    record NewElection(
            @NotNull String code,
            @NotNull String name,
            @NotNull LocalDate date,
            @Nullable String phase) {}

    record NextPhase(@NotNull String phase) {}

    record ContestDefinition(
            @NotNull RegionCode area, @Nullable List<String> leftOut) {}

    record ElectionView(
            String code,
            String name,
            LocalDate date,
            String phase,
            boolean simulation,
            @Nullable List<ContestView> contests) {

        static ElectionView of(Election election, @Nullable List<ContestView> contests) {
            return new ElectionView(
                    election.code(),
                    election.name(),
                    election.heldOn(),
                    lower(election.phase()),
                    election.isSimulation(),
                    contests);
        }
    }

    record ContestView(String contest, RegionCode area, String state, List<String> leftOut, List<ChoiceView> ballot) {

        static ContestView of(Contest contest) {
            return new ContestView(
                    contest.type().slug(),
                    contest.area(),
                    lower(contest.state()),
                    contest.leftOut().stream().map(ElectionApi::lower).toList(),
                    contest.choices().stream()
                            .map(choice -> new ChoiceView(choice.number(), choice.name(), choice.emptyColumn()))
                            .toList());
        }
    }

    record ChoiceView(int number, String name, boolean emptyColumn) {}

    @GetMapping
    List<ElectionView> all(Actor actor) {
        return elections.findAllByOrderByHeldOnDescCodeAsc().stream()
                .map(election -> ElectionView.of(election, null))
                .toList();
    }

    @GetMapping("/{election}")
    ElectionView one(Actor actor, @PathVariable("election") String code) {
        return view(elections.get(code));
    }

    @PostMapping
    ResponseEntity<ElectionView> create(Actor actor, @RequestBody @Valid NewElection body) {
        Phase phase = body.phase() == null ? Phase.PREPARATION : phase(body.phase());
        Election election = createElection.execute(actor, body.code(), body.name(), body.date(), phase);
        return ResponseEntity.created(URI.create("/api/v1/elections/" + election.code()))
                .body(view(election));
    }

    @PostMapping("/{election}/phase")
    ElectionView enter(Actor actor, @PathVariable("election") String code, @RequestBody @Valid NextPhase body) {
        return view(enterPhase.execute(actor, code, phase(body.phase())));
    }

    @PutMapping("/{election}/contests/{contest}")
    ContestView define(
            Actor actor,
            @PathVariable("election") String code,
            @PathVariable("contest") String slug,
            @RequestBody @Valid ContestDefinition body) {
        return ContestView.of(defineContest.execute(actor, code, slug, body.area(), sections(body.leftOut())));
    }

    private ElectionView view(Election election) {
        List<ContestView> theirs =
                contests.of(election.id()).stream().map(ContestView::of).toList();
        return ElectionView.of(
                election,
                theirs.stream()
                        .sorted(java.util.Comparator.comparing(
                                contest -> ContestType.ofSlug(contest.contest()).ordinal()))
                        .toList());
    }

    private static Phase phase(String text) {
        return Arrays.stream(Phase.values())
                .filter(phase -> phase.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("PHASE_UNKNOWN", text));
    }

    private static Set<Form.SectionKey> sections(@Nullable List<String> names) {
        Set<Form.SectionKey> sections = EnumSet.noneOf(Form.SectionKey.class);
        for (String name : names == null ? List.<String>of() : names) {
            sections.add(Arrays.stream(Form.SectionKey.values())
                    .filter(section -> section.name().equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("SECTION_UNKNOWN", name)));
        }
        return sections;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
