package id.deskpemilu.workflow;

import static id.deskpemilu.workflow.Svg.escape;
import static id.deskpemilu.workflow.Svg.number;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.MessageFlow;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * A model as its own drawing lays it out, as SVG: every place and every bend is the model's, only the strokes are ours. It
 * holds its own style, since it is shown as an image, and neither script nor anything from elsewhere.
 */
final class ProcessPicture {

    /** The colours are those of the pages. */
    static final String STYLE = """
            svg{--ground:#ffffff;--wash:#f2f6f5;--ink:#13201e;--muted:#51605d;--edge:#71817d;--teal:#0b5753;\
            --teal-wash:#e3f1ef;--on-teal:#ffffff;\
            font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif}
            @media(prefers-color-scheme:dark){svg{--ground:#0d1615;--wash:#14201e;--ink:#e4ecea;--muted:#a2b2ae;\
            --edge:#7d918c;--teal:#6fd0c5;--teal-wash:#12312e;--on-teal:#04211e}}
            text{fill:var(--ink);text-anchor:middle}
            .shape{fill:var(--ground);stroke:var(--ink);stroke-width:1.5}
            .paper{fill:var(--ground)}.pool>.shape,.lane>.shape{stroke:var(--edge);stroke-width:1}
            .pool>.shape{fill:var(--wash)}
            .part>.shape{stroke:var(--muted)}.part>text{font-weight:600}.dotted{stroke-dasharray:2 4}
            .end>.shape{stroke-width:3.5}.waits{stroke-dasharray:6 3}.inner{fill:none;stroke:var(--ink);stroke-width:1.5}
            .symbol{fill:none;stroke:var(--muted);stroke-width:1.2;stroke-linejoin:round;stroke-linecap:round}
            .exclusive,.parallel,.inclusive{stroke:var(--ink);stroke-width:2.5}
            .throws>.symbol,.terminate{fill:var(--ink);stroke:var(--ground)}
            .flow path{fill:none;stroke:var(--muted);stroke-width:1.5}.tip{fill:var(--muted)}
            .message-flow path{stroke-dasharray:8 4}.note path{stroke:var(--muted);fill:none}.note text{text-anchor:start}
            .association path{stroke-dasharray:1 4}
            .label text{font-size:11px;paint-order:stroke;stroke:var(--ground);stroke-width:3px;stroke-linejoin:round}
            .here>.shape{fill:var(--teal-wash);stroke:var(--teal);stroke-width:4}.here>.symbol{stroke:var(--teal)}
            .label.start text{text-anchor:start}.label.end text{text-anchor:end}.flag rect{fill:var(--teal)}.flag text{fill:var(--on-teal);font-weight:700}
            """;

    private static final double MARGIN = 24;

    /** The layer of the steps; the lines lie below it. */
    private static final int STEPS = 3;

    /** Left of a lane, and of a pool, where its name stands. */
    private static final double HEAD = 30;

    private static final double ROUND = 10;
    private static final double BEND = 6;
    private static final double FLAG = 18;

    /** Room between the words of a task and its border. */
    static final double PADDING = 5;

    private final String name;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    private record Shape(BaseElement element, Rectangle2D bounds) {

        String id() {
            return element.getId();
        }

        /** Pools lie below lanes, lanes below parts of the process, and events on the border of a task above it. */
        int layer() {
            if (element instanceof Participant) {
                return 0;
            }
            if (element instanceof Lane) {
                return 1;
            }
            if (element instanceof SubProcess) {
                return STEPS - 1;
            }
            return element instanceof BoundaryEvent ? STEPS + 1 : STEPS;
        }

        boolean isStep() {
            return layer() >= STEPS;
        }

        /** Whether something there would hide a part of it. */
        boolean meets(Rectangle2D area) {
            double x = bounds.getX();
            double y = bounds.getY();
            if (element instanceof Event) {
                return new Ellipse2D.Double(x, y, bounds.getWidth(), bounds.getHeight()).intersects(area);
            }
            if (element instanceof Gateway) {
                Path2D rhomb = new Path2D.Double();
                rhomb.moveTo(bounds.getCenterX(), y);
                rhomb.lineTo(bounds.getMaxX(), bounds.getCenterY());
                rhomb.lineTo(bounds.getCenterX(), bounds.getMaxY());
                rhomb.lineTo(x, bounds.getCenterY());
                rhomb.closePath();
                return rhomb.intersects(area);
            }
            return bounds.intersects(area);
        }
    }

    private record Edge(BaseElement element, List<Point2D> points) {

        Stream<Line2D> pieces() {
            return IntStream.range(1, points.size()).mapToObj(i -> new Line2D.Double(points.get(i - 1), points.get(i)));
        }

        boolean crosses(Rectangle2D area) {
            return pieces().anyMatch(area::intersectsLine);
        }

        /** The piece next to that place, as the box around it. */
        Rectangle2D nearest(Rectangle2D place) {
            return pieces().min(Comparator.comparingDouble(
                            piece -> piece.ptSegDist(place.getCenterX(), place.getCenterY())))
                    .orElseThrow()
                    .getBounds2D();
        }
    }

    private ProcessPicture(String name) {
        this.name = name;
    }

    static ProcessPicture of(BpmnModelInstance model) {
        ProcessPicture picture =
                new ProcessPicture(model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class)
                        .iterator()
                        .next()
                        .getName());
        Collection<BpmnShape> shapes = model.getModelElementsByType(BpmnShape.class);
        for (BpmnShape shape : shapes) {
            picture.shapes.add(new Shape(shape.getBpmnElement(), rectangle(shape.getBounds())));
        }
        Collection<BpmnEdge> edges = model.getModelElementsByType(BpmnEdge.class);
        for (BpmnEdge edge : edges) {
            picture.edges.add(new Edge(
                    edge.getBpmnElement(),
                    edge.getWaypoints().stream()
                            .<Point2D>map(point -> new Point2D.Double(point.getX(), point.getY()))
                            .toList()));
        }
        shapes.forEach(shape ->
                picture.label(shape.getBpmnElement(), shape.getBpmnLabel(), room -> rectangle(shape.getBounds())));
        for (Edge edge : picture.edges) {
            BpmnEdge drawn = (BpmnEdge) edge.element().getDiagramElement();
            picture.label(edge.element(), drawn.getBpmnLabel(), edge::nearest);
        }
        picture.shapes.sort(Comparator.comparingInt(Shape::layer));
        return picture;
    }

    /** What the process is called. */
    String name() {
        return name;
    }

    /** What the step is called; none if the model has no such step. */
    Optional<String> step(@Nullable String id) {
        return node(id).map(shape -> ((FlowNode) shape.element()).getName());
    }

    /**
     * The picture as an SVG document.
     *
     * @param title what it shows, in words
     * @param here the step to be marked; one that the model does not have marks nothing
     * @param mark the word at the marked step
     */
    String svg(String title, @Nullable String here, String mark) {
        Rectangle2D area = area();
        Optional<Shape> marked = node(here);
        StringBuilder svg = new StringBuilder(16_384);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"id\" role=\"img\" aria-labelledby=\"title\"");
        svg.append(" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\""
                .formatted(
                        number(area.getWidth()),
                        number(area.getHeight()),
                        number(area.getX()),
                        number(area.getY()),
                        number(area.getWidth()),
                        number(area.getHeight())));
        marked.ifPresent(shape ->
                svg.append(" data-here=\"%s\"".formatted(number(shape.bounds().getCenterX() - area.getX()))));
        svg.append("><title id=\"title\">").append(escape(title)).append("</title>");
        svg.append("<style>").append(STYLE).append("</style>");
        svg.append("<defs><marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"9.5\" refY=\"5\" markerWidth=\"9\"");
        svg.append(" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">");
        svg.append("<path class=\"tip\" d=\"M0 1l10 4l-10 4z\"/></marker></defs>\n");
        svg.append(box("paper", area, 0)).append('\n');
        shapes.stream().filter(shape -> !shape.isStep()).forEach(shape -> draw(svg, shape, marked));
        edges.forEach(edge -> draw(svg, edge));
        shapes.stream().filter(Shape::isStep).forEach(shape -> draw(svg, shape, marked));
        for (Label label : labels) {
            svg.append("<g class=\"label %s\" data-of=\"%s\">"
                    .formatted(label.anchor().name().toLowerCase(Locale.ROOT), escape(label.element())));
            svg.append(Svg.text(
                    Lettering.LABEL, label.lines(), label.x(), label.area().getY()));
            svg.append("</g>\n");
        }
        marked.ifPresent(shape -> flag(svg, shape, mark));
        return svg.append("</svg>\n").toString();
    }

    private Optional<Shape> node(@Nullable String id) {
        return shapes.stream()
                .filter(shape ->
                        shape.element() instanceof FlowNode && shape.id().equals(id))
                .findFirst();
    }

    /** Keeps the words that have a place of their own: those of what is too small to hold them. */
    private void label(BaseElement element, @Nullable BpmnLabel label, UnaryOperator<Rectangle2D> owner) {
        String words = nameOf(element);
        if (label != null && label.getBounds() != null && !words.isBlank()) {
            Rectangle2D room = rectangle(label.getBounds());
            labels.add(Label.place(element.getId(), words, room, owner.apply(room), this::hidden));
        }
    }

    private static String nameOf(BaseElement element) {
        String words = element.getAttributeValue("name");
        return words == null ? "" : words;
    }

    private Rectangle2D area() {
        Rectangle2D area = new Rectangle2D.Double();
        area.setRect(shapes.get(0).bounds());
        shapes.forEach(shape -> area.add(shape.bounds()));
        edges.forEach(edge -> edge.points().forEach(area::add));
        labels.forEach(label -> area.add(label.area()));
        return new Rectangle2D.Double(
                area.getX() - MARGIN,
                area.getY() - MARGIN,
                area.getWidth() + 2 * MARGIN,
                area.getHeight() + 2 * MARGIN);
    }

    private static void draw(StringBuilder svg, Shape shape, Optional<Shape> marked) {
        String here = marked.filter(shape::equals).isPresent() ? " here" : "";
        svg.append("<g id=\"%s\" class=\"%s%s\">".formatted(escape(shape.id()), kind(shape.element()), here));
        Rectangle2D bounds = shape.bounds();
        if (shape.element() instanceof Participant || shape.element() instanceof Lane) {
            svg.append(box("shape", bounds, 0)).append(head(bounds, nameOf(shape.element())));
        } else if (shape.element() instanceof Event event) {
            event(svg, event, bounds);
        } else if (shape.element() instanceof Gateway gateway) {
            gateway(svg, gateway, bounds);
        } else if (shape.element() instanceof TextAnnotation note) {
            note(svg, note, bounds);
        } else if (shape.element() instanceof SubProcess part) {
            svg.append(box(part.triggeredByEvent() ? "shape dotted" : "shape", bounds, ROUND));
            svg.append(Svg.text(
                    Lettering.WORDS,
                    Lettering.WORDS.wrap(nameOf(part), bounds.getWidth() - 4 * PADDING),
                    bounds.getCenterX(),
                    bounds.getY() + PADDING));
        } else {
            task(svg, shape.element(), bounds);
        }
        svg.append("</g>\n");
    }

    /** The words stand in the middle, but below the symbol. */
    private static void task(StringBuilder svg, BaseElement task, Rectangle2D bounds) {
        svg.append(box("shape", bounds, ROUND));
        Optional<Symbol> symbol = Symbol.of(task);
        symbol.ifPresent(kind -> svg.append(kind.at(bounds.getX() + 12, bounds.getY() + 11)));
        List<String> lines = Lettering.WORDS.wrap(nameOf(task), bounds.getWidth() - 2 * PADDING);
        double height = lines.size() * Lettering.WORDS.line();
        double top = bounds.getCenterY() - height / 2;
        double free = symbol.isEmpty() ? bounds.getY() : Math.min(bounds.getY() + 17, bounds.getMaxY() - height - 2);
        svg.append(Svg.text(Lettering.WORDS, lines, bounds.getCenterX(), Math.max(top, free)));
    }

    private static String kind(BaseElement element) {
        if (element instanceof Participant) {
            return "pool";
        }
        if (element instanceof Lane) {
            return "lane";
        }
        if (element instanceof SubProcess) {
            return "part";
        }
        if (element instanceof Event) {
            return (element instanceof EndEvent ? "event end" : "event")
                    + (element instanceof ThrowEvent ? " throws" : "");
        }
        if (element instanceof Gateway) {
            return "gateway";
        }
        return element instanceof TextAnnotation ? "note" : "task";
    }

    /** The strip at the left, with the name from below upwards. */
    private static String head(Rectangle2D bounds, String words) {
        Rectangle2D strip = new Rectangle2D.Double(bounds.getX(), bounds.getY(), HEAD, bounds.getHeight());
        return "<g transform=\"translate(%s %s) rotate(-90)\">"
                        .formatted(number(strip.getCenterX()), number(strip.getCenterY()))
                + Svg.text(Lettering.WORDS, List.of(words), 0, -Lettering.WORDS.line() / 2) + "</g>";
    }

    private static void event(StringBuilder svg, Event event, Rectangle2D bounds) {
        boolean goesOn = event instanceof BoundaryEvent border && !border.cancelActivity()
                || event instanceof StartEvent start && !start.isInterrupting();
        String waits = goesOn ? " waits" : "";
        svg.append(circle("shape" + waits, bounds, bounds.getWidth() / 2));
        if (!(event instanceof StartEvent) && !(event instanceof EndEvent)) {
            svg.append(circle("inner" + waits, bounds, bounds.getWidth() / 2 - 3.5));
        }
        definitions(event)
                .flatMap(definition -> Symbol.of(definition).stream())
                .findFirst()
                .ifPresent(symbol -> svg.append(symbol.at(bounds.getCenterX(), bounds.getCenterY())));
    }

    private static Stream<EventDefinition> definitions(Event event) {
        if (event instanceof CatchEvent waiting) {
            return waiting.getEventDefinitions().stream();
        }
        return event instanceof ThrowEvent thrown ? thrown.getEventDefinitions().stream() : Stream.empty();
    }

    private static void gateway(StringBuilder svg, Gateway gateway, Rectangle2D bounds) {
        svg.append("<path class=\"shape\" d=\"M%s %sL%s %sL%s %sL%s %sz\"/>"
                .formatted(
                        number(bounds.getCenterX()),
                        number(bounds.getMinY()),
                        number(bounds.getMaxX()),
                        number(bounds.getCenterY()),
                        number(bounds.getCenterX()),
                        number(bounds.getMaxY()),
                        number(bounds.getMinX()),
                        number(bounds.getCenterY())));
        Symbol.of(gateway).ifPresent(symbol -> svg.append(symbol.at(bounds.getCenterX(), bounds.getCenterY())));
    }

    private static void note(StringBuilder svg, TextAnnotation note, Rectangle2D bounds) {
        svg.append("<path d=\"M%s %sh-10v%sh10\"/>"
                .formatted(number(bounds.getX() + 10), number(bounds.getY()), number(bounds.getHeight())));
        svg.append(Svg.text(
                Lettering.WORDS,
                Lettering.WORDS.wrap(note.getText().getTextContent(), bounds.getWidth() - 2 * PADDING),
                bounds.getX() + PADDING,
                bounds.getY() + PADDING));
    }

    private static void draw(StringBuilder svg, Edge edge) {
        List<Point2D> points = edge.points();
        String kind = edge.element() instanceof Association
                ? "flow association"
                : edge.element() instanceof MessageFlow ? "flow message-flow" : "flow";
        svg.append("<g id=\"%s\" class=\"%s\"><path d=\""
                .formatted(escape(edge.element().getId()), kind));
        svg.append('M').append(point(points.get(0)));
        for (int i = 1; i < points.size() - 1; i++) {
            Point2D corner = points.get(i);
            svg.append('L').append(point(towards(corner, points.get(i - 1), BEND)));
            svg.append('Q').append(point(corner)).append(' ').append(point(towards(corner, points.get(i + 1), BEND)));
        }
        svg.append('L').append(point(points.get(points.size() - 1))).append('"');
        svg.append(edge.element() instanceof Association ? "/>" : " marker-end=\"url(#tip)\"/>");
        if (edge.element() instanceof SequenceFlow flow && isDefault(flow)) {
            Point2D stroke = towards(points.get(0), points.get(1), 10);
            svg.append("<path class=\"default\" d=\"M%s %sl-6 10\"/>"
                    .formatted(number(stroke.getX() + 3), number(stroke.getY() - 5)));
        }
        svg.append("</g>\n");
    }

    private static boolean isDefault(SequenceFlow flow) {
        return flow.getId().equals(flow.getSource().getAttributeValue("default"));
    }

    /** A step from one point in the direction of another, at most half of the way. */
    private static Point2D towards(Point2D from, Point2D to, double step) {
        double way = from.distance(to);
        double share = way == 0 ? 0 : Math.min(step, way / 2) / way;
        return new Point2D.Double(
                from.getX() + (to.getX() - from.getX()) * share, from.getY() + (to.getY() - from.getY()) * share);
    }

    /** The word at the marked step stands on its border, where it hides least. */
    private void flag(StringBuilder svg, Shape shape, String mark) {
        double width = Lettering.WORDS.width(mark) + 2 * PADDING + 6;
        Rectangle2D bounds = shape.bounds();
        double inset = Math.min(ROUND, Math.abs(bounds.getWidth() - width) / 2);
        Rectangle2D place = Stream.of(bounds.getMinY() - FLAG, bounds.getMaxY())
                .flatMap(y -> Stream.of(
                                bounds.getMaxX() - inset - width,
                                bounds.getMinX() + inset,
                                bounds.getCenterX() - width / 2)
                        .<Rectangle2D>map(x -> new Rectangle2D.Double(x, y, width, FLAG)))
                .min(Comparator.comparingLong(this::hidden))
                .orElseThrow();
        svg.append("<g class=\"flag\">").append(box("", place, 3));
        svg.append(Svg.text(Lettering.WORDS, List.of(mark), place.getCenterX(), place.getY() + 2));
        svg.append("</g>\n");
    }

    /** How much is hidden by something that stands there. */
    private long hidden(Rectangle2D place) {
        return edges.stream().filter(edge -> edge.crosses(place)).count()
                + labels.stream()
                        .filter(label -> label.area().intersects(place))
                        .count()
                + shapes.stream()
                        .filter(shape -> shape.isStep() && shape.meets(place))
                        .count();
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static String box(String kind, Rectangle2D bounds, double round) {
        return "<rect%s x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>"
                .formatted(
                        kind.isEmpty() ? "" : " class=\"" + kind + "\"",
                        number(bounds.getX()),
                        number(bounds.getY()),
                        number(bounds.getWidth()),
                        number(bounds.getHeight()),
                        round == 0 ? "" : " rx=\"" + number(round) + "\"");
    }

    private static String circle(String kind, Rectangle2D bounds, double radius) {
        return "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
                .formatted(kind, number(bounds.getCenterX()), number(bounds.getCenterY()), number(radius));
    }

    private static String point(Point2D point) {
        return number(point.getX()) + " " + number(point.getY());
    }
}
