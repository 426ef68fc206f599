package dev.countersign.report.diagram;

import dev.countersign.model.ElementKind;
import dev.countersign.model.SafeText;
import dev.countersign.report.diagram.scene.Boundary;
import dev.countersign.report.diagram.scene.Emphasis;
import dev.countersign.report.diagram.scene.Link;
import dev.countersign.report.diagram.scene.Node;
import dev.countersign.report.diagram.scene.Scene;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A scene in which every text is the same hostile one. */
public final class HostileScene {
  private HostileScene() {}

  /** The scene, its text made visible as every scene's is. */
  public static Scene with(String hostile) {
    String text = SafeText.of(hostile);
    return new Scene(
        "k",
        text,
        List.of(text),
        List.of(new Boundary("z", text, List.of(text), Emphasis.NORMAL)),
        List.of(node("a", text, Optional.of("z")), node("b", text, Optional.empty())),
        List.of(
            new Link(
                "a",
                "b",
                List.of(text),
                List.of(text),
                true,
                1,
                OptionalInt.of(1),
                Emphasis.ON_PATH)));
  }

  private static Node node(String id, String text, Optional<String> zone) {
    return new Node(id, ElementKind.MODEL, text, text, List.of(text), 1, zone, Emphasis.ON_PATH);
  }
}
