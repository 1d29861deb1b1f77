package id.deskpemilu.worklist.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.evidence.PhotoSettings;
import id.deskpemilu.report.web.DraftKey;
import id.deskpemilu.report.web.RoundLabel;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.web.Round;
import id.deskpemilu.shared.web.Station;
import id.deskpemilu.worklist.OperatorTasks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The operator's home: one card for each polling station. */
@Controller
class TaskPages {

    private final OperatorTasks tasks;
    private final PhotoSettings photos;

    TaskPages(OperatorTasks tasks, PhotoSettings photos) {
        this.tasks = tasks;
        this.photos = photos;
    }

    @GetMapping("/tasks")
    String tasks(Actor actor, Model model) {
        List<OperatorTasks.Owed> owed = tasks.of(actor);
        Map<StationCode, List<OperatorTasks.Owed>> byStation = new LinkedHashMap<>();
        owed.forEach(report -> byStation
                .computeIfAbsent(report.station(), station -> new ArrayList<>())
                .add(report));
        List<TasksPage.Card> open = new ArrayList<>();
        List<TasksPage.Card> done = new ArrayList<>();
        byStation.values().forEach(reports -> {
            boolean finished =
                    reports.stream().allMatch(report -> report.status().isReported());
            (finished ? done : open).add(card(actor, reports));
        });
        model.addAttribute(
                "page",
                new TasksPage(
                        owed.size(),
                        owed.stream()
                                .filter(report -> report.status().isReported())
                                .count(),
                        due(owed),
                        open,
                        done,
                        null));
        return "tasks/home";
    }

    private static List<TasksPage.Due> due(List<OperatorTasks.Owed> owed) {
        return owed.stream()
                .filter(report -> report.status() == ReportStatus.CORRECTION_REQUESTED)
                .map(report -> new TasksPage.Due(
                        "CONFIRM",
                        station(report, RoundLabel.of(report.round())),
                        report.contest().slug(),
                        address(report),
                        null))
                .toList();
    }

    private TasksPage.Card card(Actor actor, List<OperatorTasks.Owed> reports) {
        return new TasksPage.Card(
                station(reports.get(0), null),
                reports.stream()
                        .map(report -> new TasksPage.ContestChip(
                                report.contest().slug(),
                                RoundLabel.of(report.round()),
                                report.status().name(),
                                report.status().isReported() ? address(report) : address(report) + "/entry",
                                DraftKey.of(report.id(), actor),
                                draft(report),
                                PhotoCount.of(report.photos(), photos.pages(report.contest())),
                                address(report) + "/photos"))
                        .toList());
    }

    private static TasksPage.@Nullable Draft draft(OperatorTasks.Owed report) {
        return report.filled() == null || report.status().isReported()
                ? null
                : new TasksPage.Draft(report.filled(), report.boxes());
    }

    private static Station station(OperatorTasks.Owed report, @Nullable Round round) {
        return new Station(
                report.station().digits(),
                "%03d".formatted(report.station().number()),
                report.villageName(),
                report.districtName(),
                report.station().isSpecial(),
                round);
    }

    private static String address(OperatorTasks.Owed report) {
        return "/reports/" + report.election() + "/" + report.contest().slug() + "/" + report.station();
    }
}
