package id.deskpemilu.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What the pictures show is what the models say. */
class ProcessPictureTest {

    private static final String HERE = "di sini";
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+):\\s*(#[0-9a-f]{6})");

    static List<Models> models() {
        return Models.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_step_and_every_flow_is_there_once(Models model) {
        List<String> expected = Stream.of(FlowNode.class, SequenceFlow.class, Participant.class, Lane.class)
                .flatMap(type -> model.model().getModelElementsByType(type).stream())
                .map(BaseElement::getId)
                .toList();
        List<String> drawn = elements(picture(model, null), "g").stream()
                .map(group -> group.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_name_can_be_read_once_and_whole(Models model) {
        Map<String, String> expected = new TreeMap<>();
        for (FlowElement element : model.model().getModelElementsByType(FlowElement.class)) {
            if (element.getName() != null) {
                expected.put(element.getId(), element.getName());
            }
        }
        Stream.of(Participant.class, Lane.class)
                .flatMap(type -> model.model().getModelElementsByType(type).stream())
                .forEach(element -> expected.put(element.getId(), element.getAttributeValue("name")));
        Map<String, String> read = new TreeMap<>();
        for (Element text : elements(picture(model, null), "text")) {
            assertThat(read.put(owner(text), String.join(" ", lines(text))))
                    .as(owner(text))
                    .isNull();
        }
        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_step_of_the_case_and_no_other_is_marked_by_shape_and_word(Models model) {
        for (FlowNode node : model.model().getModelElementsByType(FlowNode.class)) {
            Element svg = picture(model, node.getId());
            assertThat(kinds(svg, "here"))
                    .extracting(group -> group.getAttribute("id"))
                    .containsExactly(node.getId());
            assertThat(kinds(svg, "flag"))
                    .singleElement()
                    .extracting(Element::getTextContent)
                    .isEqualTo(HERE);
            Bounds bounds = ((BpmnShape) node.getDiagramElement()).getBounds();
            double left = Double.parseDouble(svg.getAttribute("viewBox").split(" ")[0]);
            assertThat(Double.parseDouble(svg.getAttribute("data-here")))
                    .isCloseTo(bounds.getX() + bounds.getWidth() / 2 - left, within(.1));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_is_no_step_marks_nothing(Models model) {
        String flow = model.model()
                .getModelElementsByType(SequenceFlow.class)
                .iterator()
                .next()
                .getId();
        String plain = svg(model, null);
        for (String unknown : List.of("", "Task_Nowhere", flow, "Lane_Operator", "\"><script>")) {
            assertThat(svg(model, unknown)).isEqualTo(plain);
        }
        assertThat(kinds(xml(plain), "here")).isEmpty();
        assertThat(kinds(xml(plain), "flag")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_picture_runs_nothing_and_asks_for_nothing(Models model) {
        for (Element element : elements(picture(model, null), "*")) {
            assertThat(element.getTagName())
                    .isIn("svg", "title", "style", "defs", "marker", "g", "path", "rect", "circle", "text", "tspan");
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName())
                        .as("no event, no address, no style past the policy")
                        .doesNotMatch("on.*|.*href|src|style");
            }
        }
        assertThat(svg(model, null).replace("url(#tip)", "")).doesNotContain("url(", "@import", "<!", "<?");
    }

    @ParameterizedTest
    @MethodSource("models")
    void words_stand_inside_their_shape_and_inside_the_picture(Models model) {
        Element svg = picture(model, null);
        for (Task task : model.model().getModelElementsByType(Task.class)) {
            stands_inside(svg, task);
        }
        double[] area = Arrays.stream(svg.getAttribute("viewBox").split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        for (Element label : kinds(svg, "label")) {
            for (Element line : elements(label, "tspan")) {
                double width = Lettering.LABEL.width(line.getTextContent());
                double left = from(line)
                        - (kinds(label).contains("end") ? width : kinds(label).contains("middle") ? width / 2 : 0);
                assertThat(left).isBetween(area[0], area[0] + area[2] - width);
            }
        }
    }

    @Test
    void a_long_name_breaks_and_so_does_a_word_that_is_wider_than_its_shape() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("Long")
                .name("Long")
                .startEvent()
                .userTask("Task_Long")
                .name("Periksa kembali seluruh laporan dari semua TPS")
                .userTask("Task_Word")
                .name("Mempertanggungjawabkannyalah")
                .endEvent()
                .done();
        Element svg = xml(ProcessPicture.of(model).svg("Long", null, HERE));
        for (Task task : model.getModelElementsByType(Task.class)) {
            assertThat(lines(group(svg, task.getId()))).hasSizeGreaterThan(1);
            stands_inside(svg, task);
        }
    }

    @Test
    void words_of_a_model_stay_words() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("Odd")
                .name("A & B")
                .startEvent()
                .userTask("Task_Odd")
                .name("<script> & \"x\"")
                .endEvent()
                .done();
        ProcessPicture picture = ProcessPicture.of(model);
        Element svg = xml(picture.svg(picture.name() + " </title>", "Task_Odd", "<b>"));
        assertThat(lines(group(svg, "Task_Odd"))).containsExactly("<script> & \"x\"");
        assertThat(elements(svg, "title"))
                .singleElement()
                .extracting(Element::getTextContent)
                .isEqualTo("A & B </title>");
        assertThat(elements(svg, "script")).isEmpty();
    }

    @Test
    void each_kind_of_task_event_and_gateway_has_its_own_symbol() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("Kinds")
                .name("Kinds")
                .startEvent()
                .message("m")
                .serviceTask("Task_Service")
                .boundaryEvent("Event_Escalated")
                .escalation("e")
                .endEvent("Event_Signalled")
                .signal("s")
                .moveToActivity("Task_Service")
                .boundaryEvent("Event_Reminded")
                .cancelActivity(false)
                .timerWithDuration("PT1H")
                .endEvent("Event_Terminated")
                .moveToActivity("Task_Service")
                .businessRuleTask("Task_Rules")
                .exclusiveGateway("Gateway_One")
                .userTask("Task_User")
                .boundaryEvent("Event_Failed")
                .error("x")
                .endEvent()
                .moveToActivity("Task_User")
                .parallelGateway("Gateway_All")
                .eventBasedGateway()
                .id("Gateway_Events")
                .intermediateCatchEvent("Event_Condition")
                .condition("${true}")
                .inclusiveGateway("Gateway_Some")
                .endEvent()
                .moveToNode("Gateway_One")
                .manualTask("Task_Plain")
                .endEvent()
                .done();
        model.<EndEvent>getModelElementById("Event_Terminated")
                .addChildElement(model.newInstance(TerminateEventDefinition.class));
        ExclusiveGateway gateway = model.getModelElementById("Gateway_One");
        SequenceFlow otherwise = gateway.getOutgoing().iterator().next();
        gateway.setDefault(otherwise);

        Element svg = xml(ProcessPicture.of(model).svg("Kinds", null, HERE));

        Map<String, String> symbols = new TreeMap<>();
        kinds(svg, "symbol")
                .forEach(symbol -> symbols.put(owner(symbol), kinds(symbol).get(1)));
        assertThat(symbols)
                .containsAllEntriesOf(Map.ofEntries(
                        Map.entry("Task_Service", "service"),
                        Map.entry("Task_Rules", "rules"),
                        Map.entry("Task_User", "user"),
                        Map.entry("Event_Escalated", "escalation"),
                        Map.entry("Event_Signalled", "signal"),
                        Map.entry("Event_Reminded", "timer"),
                        Map.entry("Event_Terminated", "terminate"),
                        Map.entry("Event_Failed", "error"),
                        Map.entry("Event_Condition", "condition"),
                        Map.entry("Gateway_One", "exclusive"),
                        Map.entry("Gateway_All", "parallel"),
                        Map.entry("Gateway_Events", "events"),
                        Map.entry("Gateway_Some", "inclusive")))
                .containsValue("message")
                .doesNotContainKey("Task_Plain")
                .hasSize(Symbol.values().length);
        assertThat(kinds(svg, "default"))
                .singleElement()
                .extracting(ProcessPictureTest::owner)
                .isEqualTo(otherwise.getId());
        assertThat(kinds(svg, "waits")).extracting(ProcessPictureTest::owner).containsOnly("Event_Reminded");
    }

    @Test
    void a_part_that_an_event_begins_is_drawn_around_its_steps() {
        Models letter = new Models("received-letter.bpmn", Models.named("received-letter.bpmn"));
        SubProcess part = letter.model()
                .getModelElementsByType(SubProcess.class)
                .iterator()
                .next();
        List<String> order = elements(picture(letter, null), "g").stream()
                .map(group -> group.getAttribute("id"))
                .toList();
        assertThat(part.getFlowElements())
                .allMatch(element -> order.indexOf(element.getId()) > order.indexOf(part.getId()));
    }

    @Test
    void a_picture_has_the_colours_of_the_pages() throws IOException {
        String[] pages = Files.readString(Path.of("src/main/resources/static/css/desk.css"))
                .split("@media", 3);
        String[] pictures = ProcessPicture.STYLE.split("@media", 2);
        for (int scheme = 0; scheme < 2; scheme++) {
            assertThat(colours(pages[scheme])).containsAllEntriesOf(colours(pictures[scheme]));
            assertThat(colours(pictures[scheme])).hasSize(8);
        }
    }

    private static Map<String, String> colours(String style) {
        Map<String, String> colours = new TreeMap<>();
        Matcher matcher = COLOUR.matcher(style);
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    private static void stands_inside(Element svg, Task task) {
        Bounds bounds = ((BpmnShape) task.getDiagramElement()).getBounds();
        for (Element line : elements(group(svg, task.getId()), "tspan")) {
            double width = Lettering.WORDS.width(line.getTextContent());
            double foot = Double.parseDouble(line.getAttribute("y"));
            assertThat(from(line)).isCloseTo(bounds.getX() + bounds.getWidth() / 2, within(.1));
            assertThat(width).as(task.getName()).isLessThanOrEqualTo(bounds.getWidth() - 2 * ProcessPicture.PADDING);
            assertThat(foot)
                    .as(task.getName())
                    .isBetween(bounds.getY() + Lettering.WORDS.ascent(), bounds.getY() + bounds.getHeight() - 3);
        }
    }

    private static double from(Element line) {
        return Double.parseDouble(line.getAttribute("x"));
    }

    private static String svg(Models model, String step) {
        return ProcessPicture.of(model.model()).svg(model.file(), step, HERE);
    }

    private static Element picture(Models model, String step) {
        return xml(svg(model, step));
    }

    private static Element xml(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
        } catch (IOException | SAXException | javax.xml.parsers.ParserConfigurationException e) {
            throw new AssertionError(svg, e);
        }
    }

    private static List<Element> elements(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Element group(Element svg, String id) {
        return elements(svg, "g").stream()
                .filter(group -> group.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> kinds(Element element) {
        return List.of(element.getAttribute("class").split(" "));
    }

    private static List<Element> kinds(Element svg, String kind) {
        return elements(svg, "*").stream()
                .filter(element -> kinds(element).contains(kind))
                .toList();
    }

    private static List<String> lines(Element text) {
        List<String> lines = new ArrayList<>();
        elements(text, "tspan").forEach(line -> lines.add(line.getTextContent()));
        return lines;
    }

    /** Which element of the model a piece of the picture belongs to. */
    private static String owner(Element piece) {
        Element parent = (Element) piece.getParentNode();
        String id = parent.getAttribute("id") + parent.getAttribute("data-of");
        return id.isEmpty() ? owner(parent) : id;
    }
}
