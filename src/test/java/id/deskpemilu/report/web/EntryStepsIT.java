package id.deskpemilu.report.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.PartyLists;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** A form of party lists, 277 figures, entered one party at a time and without JavaScript. */
class EntryStepsIT extends EntryDesk {

    private static final int STEPS = PartyLists.PARTIES + 2;

    private final Map<String, Integer> paper = PartyLists.figures();

    @BeforeEach
    void an_open_contest_of_party_lists() {
        opened(ContestType.DPRD_KAB);
    }

    @Override
    void prepare() {
        PartyLists.print(jdbc, election);
    }

    @Test
    void a_whole_form_step_by_step() throws Exception {
        Set<String> asked = new HashSet<>();
        String address = base + "/entry";
        for (int step = 1; step <= STEPS; step++) {
            String page = page(MELATI, address);
            assertThat(hidden(page, "step")).isEqualTo(String.valueOf(step));
            asked.addAll(boxes(page));
            Map<String, Object> typed = copied(page);
            typed.put("go", step < STEPS ? "next" : "readback");
            address = form(MELATI, base + "/entry", typed).getRedirectedUrl();
        }
        assertThat(asked).isEqualTo(paper.keySet()).hasSize(PartyLists.BOXES);
        assertThat(address).isEqualTo(base + "/entry?step=readback");
        String readBack = page(MELATI, address);
        assertThat(readBack).contains("Semua penjumlahan cocok.", "Calon 18-12", "seratus enam");
        assertThat(readBack.getBytes(UTF_8).length).as("bytes of the read-back").isLessThan(120_000);

        Map<String, Object> sent = new HashMap<>(paper);
        paper.keySet()
                .forEach(field -> assertThat(hidden(readBack, field))
                        .isEqualTo(paper.get(field).toString()));
        sent.put("idempotencyKey", hidden(readBack, "idempotencyKey"));
        sent.put("confirmed", "true");
        assertThat(form(MELATI, base + "/submission", sent).getRedirectedUrl()).isEqualTo(base + "/receipt");
        assertThat(get(MELATI, election.report("dprd-kab", election.station(1, 1)))
                        .at("votes")
                        .path("1")
                        .asInt())
                .isEqualTo(106);
    }

    @Test
    void the_whole_form_at_once() throws Exception {
        Map<String, Object> typed = new HashMap<>(paper);
        typed.put("idempotencyKey", "sekaligus");
        assertThat(form(MELATI, base + "/entry", typed).getRedirectedUrl()).isEqualTo(base + "/entry?step=readback");
        assertThat(form(MELATI, base + "/submission", typed).getRedirectedUrl()).isEqualTo(base + "/receipt");
    }

    @Test
    void back_and_forth_and_nothing_is_lost() throws Exception {
        String third = page(MELATI, base + "/entry?step=3");
        Map<String, Object> typed = step(3);
        typed.put("suara_2_0", "4");
        typed.put("go", "12");
        assertThat(boxes(third)).hasSize(PartyLists.CANDIDATES + 2).allMatch(field -> field.startsWith("suara_2"));
        assertThat(form(MELATI, base + "/entry", typed).getRedirectedUrl()).isEqualTo(base + "/entry?step=12");
        assertThat(box(page(MELATI, base + "/entry?step=3"), "suara_2_0")).isEqualTo("4");
        assertThat(hidden(page(MELATI, base + "/entry"), "step"))
                .as("the first that is open")
                .isEqualTo("1");
        assertThat(page(MELATI, "/tasks")).contains("1 dari " + PartyLists.BOXES + " angka");
    }

    @Test
    void a_party_without_votes_gets_its_zeros_and_loses_them_again() throws Exception {
        Map<String, Object> typed = step(5);
        boxes(page(MELATI, base + "/entry?step=5")).forEach(field -> typed.put(field, ""));
        typed.put("suara_4_3", "7");
        typed.put("go", "zeros");
        assertThat(form(MELATI, base + "/entry", typed).getRedirectedUrl()).isEqualTo(base + "/entry?step=5");
        String filled = page(MELATI, base + "/entry?step=5");
        assertThat(filled).contains("13 kotak kosong diisi 0.");
        assertThat(box(filled, "suara_4_3")).isEqualTo("7");
        assertThat(box(filled, "suara_4")).isEqualTo("0");
        assertThat(box(filled, "suara_4_12")).isEqualTo("0");

        Map<String, Object> undo = step(5);
        boxes(filled).forEach(field -> undo.put(field, box(filled, field)));
        undo.put("suara_4", "7");
        undo.put("unzero", "suara_4 suara_4_0 suara_4_12");
        form(MELATI, base + "/entry", undo);
        String undone = page(MELATI, base + "/entry?step=5");
        assertThat(box(undone, "suara_4")).as("changed since").isEqualTo("7");
        assertThat(box(undone, "suara_4_0")).isEmpty();
        assertThat(box(undone, "suara_4_12")).isEmpty();
        assertThat(box(undone, "suara_4_1")).isEqualTo("0");
        assertThat(undone).doesNotContain("13 kotak kosong");
    }

    @Test
    void the_jump_list_says_how_far_each_party_is() throws Exception {
        Map<String, Object> typed = step(3);
        List.of("suara_2_0", "suara_2_1", "suara_2").forEach(field -> typed.put(field, paper.get(field)));
        form(MELATI, base + "/entry", typed);
        Map<String, Object> differing = step(4);
        boxes(page(MELATI, base + "/entry?step=4")).forEach(field -> differing.put(field, paper.get(field)));
        differing.put("suara_3", 7);
        form(MELATI, base + "/entry", differing);
        String page = page(MELATI, base + "/entry?step=5");
        assertThat(page).contains("Partai 4 dari 18", "17 dari " + PartyLists.BOXES + " angka");
        assertThat(page.replaceAll("(?s)<svg.*?</svg>|<[^>]+>|\\s+", " "))
                .containsPattern(
                        "2\\s+Partai Uji 2\\s+sebagian\\s+3\\s+Partai Uji 3\\s+jumlah beda\\s+4\\s+Partai Uji 4\\s+kosong");
    }

    @Test
    void what_is_missing_is_found_from_the_end() throws Exception {
        Map<String, Object> almost = new HashMap<>(paper);
        almost.remove("suara_7_3");
        almost.remove("suara_9");
        Map<String, Object> last = step(STEPS);
        last.putAll(almost);
        last.put("go", "readback");
        String found = form(MELATI, base + "/entry", last).getRedirectedUrl();
        assertThat(found).isEqualTo(base + "/entry?step=8&check=true");
        String page = page(MELATI, found);
        assertThat(page).contains("2 kotak", "href=\"#suara_7_3\"", "9 Partai Uji 9: 1 kotak", "name=\"check\"");

        Map<String, Object> mended = step(8);
        mended.put("check", "true");
        mended.put("suara_7_3", 0);
        mended.put("go", "readback");
        assertThat(form(MELATI, base + "/entry", mended).getRedirectedUrl())
                .isEqualTo(base + "/entry?step=10&check=true");
        mended.put("step", 10);
        mended.put("suara_9", 6);
        assertThat(form(MELATI, base + "/entry", mended).getRedirectedUrl()).isEqualTo(base + "/entry?step=readback");
    }

    @Test
    void what_can_be_no_figure_bars_only_the_way_ahead() throws Exception {
        Map<String, Object> typed = step(2);
        typed.put("suara_1_4", "1o");
        typed.put("go", "next");
        MockHttpServletResponse refused = form(MELATI, base + "/entry", typed);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(UTF_8)).contains("href=\"#suara_1_4\"", "Satu kotak");
        typed.put("go", "1");
        assertThat(form(MELATI, base + "/entry", typed).getRedirectedUrl()).isEqualTo(base + "/entry?step=1");
        assertThat(box(page(MELATI, base + "/entry?step=2"), "suara_1_4")).isEqualTo("1o");
    }

    @Test
    void a_sum_that_differs_stands_open_in_the_read_back() throws Exception {
        Map<String, Object> typed = new HashMap<>(paper);
        typed.put("suara_5_2", 4);
        form(MELATI, base + "/entry", typed);
        assertThat(page(MELATI, base + "/entry?step=readback"))
                .contains("Hitungan A.1 + A.2 = 7, di kertas 6.")
                .containsOnlyOnce("<details class=\"said-list marked\" open=\"open\"");
        typed.put("back", "1");
        assertThat(form(MELATI, base + "/entry", typed).getRedirectedUrl()).isEqualTo(base + "/entry?step=999");
        assertThat(hidden(page(MELATI, base + "/entry?step=999"), "step")).isEqualTo(String.valueOf(STEPS));
    }

    private static Map<String, Object> step(int number) {
        return new HashMap<>(Map.of("step", number, "idempotencyKey", "kunci-langkah"));
    }

    /** What the paper has in the boxes of the page, with what the page sends along. */
    private Map<String, Object> copied(String page) {
        Map<String, Object> typed = step(Integer.parseInt(hidden(page, "step")));
        boxes(page).forEach(field -> typed.put(field, paper.get(field)));
        return typed;
    }
}
