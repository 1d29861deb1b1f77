package id.deskpemilu.workflow;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** What a model looks like, measured: which lines cross, which run through a shape they have nothing to do with. */
final class Drawing {

    /** Lines may touch the border of a shape. */
    private static final double BORDER = 1;

    private final List<Shape> shapes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Shape> labels = new ArrayList<>();

    private record Shape(String element, Rectangle2D bounds, String sitsOn, Set<String> holds) {

        /** A boundary event sits on the border of its task, and a part of the process holds its steps. */
        boolean touches(Shape other) {
            return sitsOn.equals(other.element)
                    || other.sitsOn.equals(element)
                    || holds.contains(other.element)
                    || other.holds.contains(element);
        }
    }

    private record Edge(String element, String source, String target, List<Line2D> segments) {}

    private Drawing() {}

    static Drawing of(BpmnModelInstance model) {
        Drawing drawing = new Drawing();
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            if (shape.getBpmnElement() instanceof FlowNode) {
                String task = shape.getBpmnElement() instanceof BoundaryEvent event
                        ? event.getAttachedTo().getId()
                        : "";
                Set<String> held = shape.getBpmnElement() instanceof SubProcess part
                        ? part.getFlowElements().stream()
                                .map(FlowElement::getId)
                                .collect(Collectors.toSet())
                        : Set.of();
                drawing.shapes.add(new Shape(shape.getBpmnElement().getId(), rectangle(shape.getBounds()), task, held));
            }
            drawing.label(shape.getBpmnElement().getId(), shape.getBpmnLabel());
        }
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow) {
                drawing.edges.add(new Edge(
                        flow.getId(),
                        flow.getSource().getId(),
                        flow.getTarget().getId(),
                        segments(List.copyOf(edge.getWaypoints()))));
            }
            drawing.label(edge.getBpmnElement().getId(), edge.getBpmnLabel());
        }
        return drawing;
    }

    /** Pairs of lines that cross, touch or lie on one another. */
    List<String> crossings() {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i + 1; j < edges.size(); j++) {
                if (cross(edges.get(i), edges.get(j))) {
                    found.add(edges.get(i).element() + " × " + edges.get(j).element());
                }
            }
        }
        return found;
    }

    /** Lines that run through a shape which is neither their beginning nor their end, or through their own. */
    List<String> linesThroughShapes() {
        List<String> found = new ArrayList<>();
        for (Edge edge : edges) {
            for (Shape shape : shapes) {
                Rectangle2D inside = shrunk(shape.bounds());
                if (!shape.holds().contains(edge.element())
                        && edge.segments().stream().anyMatch(inside::intersectsLine)) {
                    found.add(edge.element() + " through " + shape.element());
                }
            }
        }
        return found;
    }

    /** Lines that do not begin at the border of their source and end at that of their target. */
    List<String> looseEnds() {
        List<String> found = new ArrayList<>();
        for (Edge edge : edges) {
            Point2D first = edge.segments().get(0).getP1();
            Point2D last = edge.segments().get(edge.segments().size() - 1).getP2();
            if (!onBorder(first, edge.source()) || !onBorder(last, edge.target())) {
                found.add(edge.element());
            }
        }
        return found;
    }

    /** Shapes that lie on one another. */
    List<String> overlaps() {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            for (int j = i + 1; j < shapes.size(); j++) {
                if (!shapes.get(i).touches(shapes.get(j))
                        && shapes.get(i).bounds().intersects(shapes.get(j).bounds())) {
                    found.add(shapes.get(i).element() + " on " + shapes.get(j).element());
                }
            }
        }
        return found;
    }

    /** Labels that cover a shape, a line or another label. */
    List<String> hiddenLabels() {
        List<String> found = new ArrayList<>();
        for (Shape label : labels) {
            Rectangle2D inside = shrunk(label.bounds());
            shapes.stream()
                    .filter(shape -> !shape.holds().contains(label.element()))
                    .filter(shape -> shape.bounds().intersects(inside))
                    .forEach(shape -> found.add("label of " + label.element() + " on " + shape.element()));
            edges.stream()
                    .filter(edge -> edge.segments().stream().anyMatch(inside::intersectsLine))
                    .forEach(edge -> found.add("label of " + label.element() + " on " + edge.element()));
            labels.stream()
                    .filter(other -> other.element().compareTo(label.element()) > 0)
                    .filter(other -> other.bounds().intersects(inside))
                    .forEach(other -> found.add("labels of " + label.element() + " and " + other.element()));
        }
        return found;
    }

    private void label(String element, BpmnLabel label) {
        if (label != null && label.getBounds() != null) {
            labels.add(new Shape(element, rectangle(label.getBounds()), "", Set.of()));
        }
    }

    private boolean onBorder(Point2D point, String element) {
        Rectangle2D bounds = shapes.stream()
                .filter(shape -> shape.element().equals(element))
                .findFirst()
                .orElseThrow()
                .bounds();
        Rectangle2D outer = new Rectangle2D.Double(
                bounds.getX() - BORDER,
                bounds.getY() - BORDER,
                bounds.getWidth() + 2 * BORDER,
                bounds.getHeight() + 2 * BORDER);
        return outer.contains(point) && !shrunk(bounds).contains(point);
    }

    /** Lines that end in the same point of one shape, or begin in it, meet there on purpose. */
    private static boolean cross(Edge one, Edge other) {
        for (Line2D a : one.segments()) {
            for (Line2D b : other.segments()) {
                if (a.intersectsLine(b) && !meetAtTheirEnds(one, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean meetAtTheirEnds(Edge one, Edge other) {
        return last(one).equals(last(other)) && one.target().equals(other.target())
                || first(one).equals(first(other)) && one.source().equals(other.source());
    }

    private static Point2D first(Edge edge) {
        return edge.segments().get(0).getP1();
    }

    private static Point2D last(Edge edge) {
        return edge.segments().get(edge.segments().size() - 1).getP2();
    }

    private static List<Line2D> segments(List<Waypoint> points) {
        List<Line2D> segments = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Waypoint from = points.get(i - 1);
            Waypoint to = points.get(i);
            segments.add(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()));
        }
        return segments;
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static Rectangle2D shrunk(Rectangle2D bounds) {
        return new Rectangle2D.Double(
                bounds.getX() + BORDER,
                bounds.getY() + BORDER,
                bounds.getWidth() - 2 * BORDER,
                bounds.getHeight() - 2 * BORDER);
    }
}
