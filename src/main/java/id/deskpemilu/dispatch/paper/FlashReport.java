package id.deskpemilu.dispatch.paper;

import id.deskpemilu.dispatch.paper.kit.Block;
import id.deskpemilu.dispatch.paper.kit.Figure;
import id.deskpemilu.dispatch.paper.kit.Framed;
import id.deskpemilu.dispatch.paper.kit.Paper;
import id.deskpemilu.dispatch.paper.kit.Paragraph;
import id.deskpemilu.dispatch.paper.kit.Stack;
import id.deskpemilu.dispatch.paper.kit.Style;
import id.deskpemilu.dispatch.paper.kit.Style.Align;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.snapshot.Snapshot.Coverage;
import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.Sexes;
import java.util.ArrayList;
import java.util.List;

/** The flash report: coverage and results on one page. What is too much for it is set smaller, then left out. */
final class FlashReport {

    private static final float[] SCALES = {1, 0.92f, 0.85f, 0.78f, 0.7f, 0.63f, 0.56f};
    private static final int LONGEST = 420;
    private static final int WIDE = 8;
    private static final int SIDE = 3;

    private final LetterTexts texts;
    private final LetterDocument document;

    FlashReport(LetterTexts texts, LetterDocument document) {
        this.texts = texts;
        this.document = document;
    }

    /** The report. */
    Printed print(byte[] csv) {
        for (float scale : SCALES) {
            Frame frame = new Frame(texts, document, scale);
            write(frame, scale, true);
            if (frame.paper().pages() == 1) {
                return frame.finish(csv);
            }
        }
        float least = SCALES[SCALES.length - 1];
        Frame frame = new Frame(texts, document, least);
        write(frame, least, false);
        return frame.finish(csv);
    }

    private void write(Frame frame, float scale, boolean votes) {
        Paper paper = frame.paper();
        Snapshot snapshot = frame.snapshot();
        paper.add(frame.letterhead());
        Style title =
                frame.body().heading(1).align(Align.CENTRE).size(14 * scale).space(4, 1);
        Style line = frame.body().align(Align.CENTRE).space(0, 2 * scale);
        paper.add(Paragraph.of(title, texts.of("flash")));
        paper.add(Paragraph.of(line.bold(), frame.say("flash.subject")));
        paper.add(Paragraph.of(line, frame.say("flash.limit")));
        paper.add(Paragraph.of(
                line.size(9.5f * scale).space(0, 8 * scale), texts.of("flash.number", "number", document.number())));
        Coverage coverage = snapshot.coverage();
        paper.add(Paragraph.of(
                line.size(10 * scale).space(0, 8 * scale),
                texts.of(
                        "flash.overview",
                        "districts",
                        Indonesian.number(coverage.districts()),
                        "villages",
                        Indonesian.number(coverage.villages()),
                        "stations",
                        Indonesian.number(coverage.stations()),
                        "dpt",
                        coverage.dpt().equals(Sexes.NONE)
                                ? texts.of("overview.dpt.none")
                                : Indonesian.number(coverage.dpt().j()))));
        contests(frame, scale, votes);
        Style small = Style.body(9.5f * scale).space(0, 5 * scale);
        paragraph(paper, small, "flash.problems", document.prose().problems(), votes);
        paragraph(paper, small, "flash.situation", document.prose().situation(), votes);
        paper.add(Framed.note(
                6 * scale, Paragraph.of(small.size(9 * scale).space(0, 0), frame.say("disclaimer")), 10 * scale));
        paper.add(frame.signature());
        frame.copies().ifPresent(paper::add);
    }

    private void paragraph(Paper paper, Style style, String key, String written, boolean whole) {
        String words = written.strip().replaceAll("\\s+", " ");
        if (words.isEmpty()) {
            return;
        }
        int most = whole ? LONGEST : LONGEST / 2;
        String shown = words.length() <= most ? words : words.substring(0, most).strip() + " …";
        paper.add(Paragraph.of(style, texts.of(key, "text", shown)));
    }

    private void contests(Frame frame, float scale, boolean votes) {
        List<OfContest> contests = frame.snapshot().contests();
        boolean roomy = contests.size() <= 2
                && contests.stream().allMatch(contest -> contest.choices().size() <= WIDE);
        contests.forEach(contest -> frame.paper().add(card(frame, contest, scale, votes, roomy)));
    }

    private Block card(Frame frame, OfContest contest, float scale, boolean votes, boolean roomy) {
        Figures whole = contest.whole();
        List<Block> lines = new ArrayList<>();
        lines.add(Paragraph.of(
                frame.body().heading(2).size(10.5f * scale).space(0, 2 * scale),
                texts.of("results.contest", "contest", texts.contest(contest))));
        Style small = Style.body(9 * scale).align(Align.LEFT).space(0, 2 * scale);
        String coverage = texts.coverage("flash.coverage", whole);
        String turnout = texts.of(
                "flash.turnout",
                "percent",
                Indonesian.percent(
                        whole.turnout().voted().j(),
                        whole.turnout().registered().j()),
                "valid",
                Indonesian.number(whole.valid()),
                "invalid",
                Indonesian.number(whole.invalid()));
        lines.add(Paragraph.of(small.space(0, 4 * scale), coverage + (roomy ? "\n" : ". ") + turnout));
        if (!votes && contest.choices().size() > ResultTables.PAIRS) {
            lines.add(Paragraph.of(small, texts.of("flash.left-out")));
        } else {
            ResultTables tables = new ResultTables(texts);
            if (roomy) {
                lines.add(tables.choices(contest, 8.5f * scale));
                if (whole.given() > 0) {
                    lines.add(new Charts(texts, frame.snapshot()).bars(contest));
                }
            } else {
                lines.add(tables.grid(contest, 8 * scale, contest.choices().size() > WIDE ? SIDE : 1));
            }
            tables.difference(contest).ifPresent(why -> lines.add(Paragraph.of(small.space(2 * scale, 0), why)));
        }
        lines.add(Figure.gap((roomy ? 8 : 3) * scale));
        return Stack.of(lines);
    }
}
