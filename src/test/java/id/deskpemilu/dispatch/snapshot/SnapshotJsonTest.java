package id.deskpemilu.dispatch.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A snapshot is written the same way each time and read back as it was; what strangers made of one is refused. */
class SnapshotJsonTest {

    private static final JsonMapper TREE = new JsonMapper();

    private final SnapshotJson json = new SnapshotJson();

    @Provide
    Arbitrary<Snapshot> snapshots() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            return SnapshotMother.regency(
                    random, "98" + (10 + random.nextInt(80)), 1 + random.nextInt(3), 1 + random.nextInt(4));
        });
    }

    @Property(tries = 200)
    void what_is_written_is_read_and_written_again_byte_by_byte(@ForAll("snapshots") Snapshot snapshot) {
        Frozen frozen = json.freeze(snapshot);
        Snapshot read = json.read(frozen.json());
        assertThat(read).isEqualTo(snapshot);
        Frozen again = json.freeze(read);
        assertThat(again.json()).isEqualTo(frozen.json());
        assertThat(again.sha256()).isEqualTo(frozen.sha256()).matches("[0-9a-f]{64}");
    }

    @Property(tries = 300)
    void no_changed_byte_is_read_as_the_same_and_none_brings_down_the_reader(
            @ForAll("snapshots") Snapshot snapshot, @ForAll Random random) {
        Frozen frozen = json.freeze(snapshot);
        byte[] changed = frozen.json().clone();
        int at = random.nextInt(changed.length);
        changed[at] = (byte) (changed[at] ^ (1 + random.nextInt(127)));
        assertThat(Sha256.of(changed)).isNotEqualTo(frozen.sha256());
        try {
            json.read(changed);
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isIn("SNAPSHOT_UNREADABLE", "SNAPSHOT_FORMAT_UNKNOWN", "SNAPSHOT_INCONSISTENT");
        }
    }

    @Property(tries = 200)
    void no_figure_of_a_part_can_be_raised_alone(@ForAll("snapshots") Snapshot snapshot, @ForAll Random random) {
        ObjectNode tree = tree(snapshot);
        JsonNode contest = pick(tree.path("contests"), random);
        String list = random.nextBoolean() ? "parts" : "details";
        ObjectNode figures = (ObjectNode) pick(contest.path(list), random).path("figures");
        List<Consumer<ObjectNode>> changes = new ArrayList<>();
        for (String field : List.of("valid", "invalid", "stations", "dpt")) {
            changes.add(node -> node.put(field, node.path(field).asLong() + 1));
        }
        changes.add(node -> raise((ObjectNode) node.path("votes"), "1"));
        changes.add(node -> raise((ObjectNode) node.path("turnout").path("voted"), "j"));
        changes.get(random.nextInt(changes.size())).accept(figures);
        assertRefused("SNAPSHOT_INCONSISTENT", () -> json.read(bytes(tree)));
    }

    @Example
    void a_field_that_may_be_empty_is_written_as_null_and_the_order_is_that_of_the_record() {
        String text = new String(json.freeze(SnapshotMother.regency()).json(), UTF_8);
        assertThat(text).startsWith("{\"format\":1,\"letter\":\"").contains("\"station\":null", "\"followUp\":null");
        assertThat(text.indexOf("\"election\"")).isLessThan(text.indexOf("\"region\":{"));
        assertThat(text).contains("\"heldOn\":\"2024-11-27\"", "\"at\":\"2024-11-27T11:00:00.123456Z\"");
        assertThat(text).doesNotContain("\n", "\": ", "missing", "percent");
    }

    @Example
    void the_bytes_that_came_are_kept_as_they_are() {
        byte[] came = json.freeze(SnapshotMother.regency()).json();
        byte[] withBlank =
                new String(came, UTF_8).replace("\"letter\":", "\"letter\": ").getBytes(UTF_8);
        Frozen thawed = json.thaw(withBlank);
        assertThat(thawed.json()).isSameAs(withBlank);
        assertThat(thawed.sha256()).isEqualTo(Sha256.of(withBlank));
        assertThat(thawed.snapshot()).isEqualTo(SnapshotMother.regency());
    }

    @Example
    void another_format_is_told_from_a_broken_one() {
        assertRefused("SNAPSHOT_FORMAT_UNKNOWN", () -> json.read(changed(tree -> tree.put("format", 2))));
        assertRefused("SNAPSHOT_FORMAT_UNKNOWN", () -> json.read("{\"other\":[{}],\"format\":7}".getBytes(UTF_8)));
        for (String broken : List.of(
                "",
                " ",
                "null",
                "[]",
                "7",
                "{",
                "{}",
                "{\"format\":\"1\"}",
                "{\"format\":1.0}",
                "{\"format\":1}",
                "\u0000",
                "%PDF-1.7")) {
            assertRefused("SNAPSHOT_UNREADABLE", () -> json.read(broken.getBytes(UTF_8)));
        }
    }

    @Example
    void what_is_missing_left_over_or_of_another_type_is_refused() {
        List<Consumer<ObjectNode>> changes = List.of(
                tree -> tree.remove("incidents"),
                tree -> tree.putNull("incidents"),
                tree -> ((ArrayNode) tree.path("contests")).addNull(),
                tree -> tree.put("more", 1),
                tree -> tree.put("at", "yesterday"),
                tree -> tree.put("letter", "no-uuid"),
                tree -> ((ObjectNode) tree.path("region")).put("code", "98x1"),
                tree -> ((ObjectNode) tree.path("region")).put("zone", "UTC"),
                tree -> ((ObjectNode) tree.path("region")).put("zone", 1),
                tree -> ((ObjectNode) tree.path("region")).putNull("name"),
                tree -> ((ObjectNode) tree.path("coverage")).put("stations", "12"),
                tree -> ((ObjectNode) tree.path("coverage")).put("stations", 1.5),
                tree -> ((ObjectNode) tree.path("coverage")).putNull("stations"),
                tree -> ((ObjectNode) tree.path("coverage")).put("stations", 1L << 40),
                tree -> ((ObjectNode) tree.at("/contests/0/whole/votes")).put("one", 1),
                tree -> ((ObjectNode) tree.at("/contests/0/whole/votes")).putNull("1"),
                tree -> ((ObjectNode) tree.at("/incidents/0")).remove("followUp"),
                tree -> ((ObjectNode) tree.at("/incidents/0")).put("text", "x".repeat(20_001)));
        for (Consumer<ObjectNode> change : changes) {
            assertRefused("SNAPSHOT_UNREADABLE", () -> json.read(changed(change)));
        }
        String whole = new String(json.freeze(SnapshotMother.regency()).json(), UTF_8);
        assertRefused("SNAPSHOT_UNREADABLE", () -> json.read((whole + "{}").getBytes(UTF_8)));
        assertRefused(
                "SNAPSHOT_UNREADABLE",
                () -> json.read(whole.replaceFirst("\"shown\"", "\"at\":\"2024-11-27T11:00:00Z\",\"shown\"")
                        .getBytes(UTF_8)));
    }

    @Example
    void what_would_cost_too_much_to_read_is_refused() {
        assertRefused("SNAPSHOT_UNREADABLE", () -> json.read(new byte[SnapshotJson.LARGEST + 1]));
        assertRefused("SNAPSHOT_UNREADABLE", () -> json.read(("{\"other\":" + "[".repeat(100_000)).getBytes(UTF_8)));
        assertRefused(
                "SNAPSHOT_UNREADABLE",
                () -> json.read(("{\"format\":1,\"contests\":" + "[".repeat(100_000)).getBytes(UTF_8)));
        assertRefused(
                "SNAPSHOT_UNREADABLE", () -> json.read(("{\"format\":" + "1".repeat(1_000_000) + "}").getBytes(UTF_8)));
        assertRefused(
                "SNAPSHOT_INCONSISTENT",
                () -> json.read(changed(tree -> {
                    ArrayNode choices = (ArrayNode) tree.at("/contests/0/choices");
                    for (int number = 4; number <= 100; number++) {
                        choices.addObject()
                                .put("number", number)
                                .put("name", "x")
                                .put("emptyColumn", false);
                    }
                })));
    }

    @Example
    void figures_that_contradict_each_other_are_refused() {
        List<Consumer<ObjectNode>> changes = List.of(
                tree -> ((ObjectNode) tree.path("region")).put("code", "9801012001"),
                tree -> ((ObjectNode) tree.path("region")).put("code", "9802"),
                tree -> ((ObjectNode) tree.path("election")).put("code", "Uji 2024"),
                tree -> ((ObjectNode) tree.path("coverage")).put("opened", 9999),
                tree -> ((ObjectNode) tree.path("coverage")).put("villages", -1),
                tree -> ((ObjectNode) tree.at("/contests/0")).put("ballot", 0),
                tree -> ((ObjectNode) tree.at("/contests/0")).put("area", "97"),
                tree -> ((ArrayNode) tree.path("contests"))
                        .add(tree.at("/contests/0").deepCopy()),
                tree -> ((ObjectNode) tree.at("/contests/0/choices/1")).put("number", 1),
                tree -> ((ObjectNode) tree.at("/contests/0/choices/1")).put("number", 7),
                tree -> ((ObjectNode) tree.at("/contests/0/whole")).put("valid", -1),
                tree -> ((ObjectNode) tree.at("/contests/0/whole")).put("valid", 10_000_000_000_000L),
                tree -> ((ObjectNode) tree.at("/contests/0/whole")).put("reported", 9999),
                tree -> ((ObjectNode) tree.at("/contests/0/whole/votes")).put("9", 0),
                tree -> ((ObjectNode) tree.at("/contests/0/parts/1")).put("code", "980101"),
                tree -> ((ObjectNode) tree.at("/contests/0/parts/1")).put("code", "980202"),
                tree -> ((ObjectNode) tree.at("/contests/0/parts/1")).put("code", "9801022001"),
                tree -> ((ArrayNode) tree.at("/contests/0/parts")).remove(1),
                tree -> ((ArrayNode) tree.at("/contests/0/parts")).removeAll(),
                tree -> ((ArrayNode) tree.at("/contests/0/parts"))
                        .add(tree.at("/contests/0/parts/1").deepCopy()),
                tree -> ((ArrayNode) tree.at("/contests/0/details")).remove(0),
                tree -> ((ObjectNode) tree.at("/contests/0/details/0")).put("code", "9802012001"),
                tree -> ((ObjectNode) tree.at("/contests/0/rounds/0")).put("number", 1),
                tree -> ((ObjectNode) tree.at("/contests/0/rounds/0")).put("reported", 99),
                tree -> ((ObjectNode) tree.at("/contests/0/arrivals/0")).put("reported", 9999),
                tree -> ((ObjectNode) tree.at("/contests/0/arrivals/0")).put("at", "2030-01-01T00:00:00Z"),
                tree -> ((ObjectNode) tree.at("/contests/0/revisions/0")).put("station", "9802012001001"),
                tree -> ((ObjectNode) tree.at("/contests/0/revisions/0")).put("revision", 0),
                tree -> {
                    ArrayNode counted = (ArrayNode) tree.at("/contests/0/revisions");
                    counted.add(counted.get(0).deepCopy());
                },
                tree -> ((ObjectNode) tree.at("/incidents/0")).put("region", "9802"),
                tree -> ((ObjectNode) tree.at("/incidents/0")).put("station", "9802012001001"),
                tree -> ((ObjectNode) tree.at("/unreported/0")).put("village", "9802012001"),
                tree -> ((ArrayNode) tree.at("/unreported/0/stations")).removeAll(),
                tree -> ((ArrayNode) tree.path("unreported"))
                        .add(tree.at("/unreported/0").deepCopy()),
                tree -> ((ObjectNode) tree.at("/unreported/0")).put("contest", "DPR"),
                tree -> ((ObjectNode) tree.at("/corrections/0")).put("station", "9802012001001"),
                tree -> ((ObjectNode) tree.at("/corrections/0/changes/0")).put("to", -3),
                tree -> ((ObjectNode) tree.at("/explained/0")).put("station", "9802012001001"),
                tree -> ((ObjectNode) tree.at("/escalations/0")).put("open", -3),
                tree -> ((ArrayNode) tree.path("escalations"))
                        .add(tree.at("/escalations/0").deepCopy()),
                tree -> ((ObjectNode) tree.path("omitted")).put("incidents", -1),
                tree -> source(tree, "9802", "0".repeat(64)),
                tree -> source(tree, "9801", "0".repeat(64)),
                tree -> source(tree, "980101", "no hash"));
        for (Consumer<ObjectNode> change : changes) {
            assertRefused("SNAPSHOT_INCONSISTENT", () -> json.read(changed(change)));
        }
    }

    private static void source(ObjectNode tree, String region, String sha256) {
        ((ArrayNode) tree.path("sources"))
                .addObject()
                .put("region", region)
                .put("name", "x")
                .put("letter", "00000000-0000-0000-0000-000000000001")
                .put("number", "1")
                .put("at", "2024-11-27T11:00:00Z")
                .put("sha256", sha256)
                .put("stations", 1)
                .put("reported", 1);
    }

    private static void raise(ObjectNode node, String field) {
        node.put(field, node.path(field).asLong() + 1);
    }

    private static JsonNode pick(JsonNode list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private byte[] changed(Consumer<ObjectNode> change) {
        ObjectNode tree = tree(SnapshotMother.regency());
        change.accept(tree);
        return bytes(tree);
    }

    private ObjectNode tree(Snapshot snapshot) {
        return (ObjectNode) TREE.readTree(json.freeze(snapshot).json());
    }

    private static byte[] bytes(JsonNode tree) {
        return TREE.writeValueAsBytes(tree);
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessage(code);
    }
}
