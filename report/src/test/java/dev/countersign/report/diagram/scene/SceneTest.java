package dev.countersign.report.diagram.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.assess.Checked;
import dev.countersign.report.Audience;
import dev.countersign.report.Report;
import dev.countersign.report.Tool;
import dev.countersign.report.diagram.layout.Layout;
import dev.countersign.testing.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneTest {
  private static final String HEAD =
      """
      countersign: 1
      system: { id: example, purpose: Is an example., ml-lead: ml@example.org, security-lead: sec@example.org }
      """;

  @TempDir private Path folder;

  @Test
  void linesBetweenTheSameTwoBecomeOne() throws IOException {
    Scene scene =
        scene(
            """
            actors: { visitor: public }
            datasets: { clicks: { writers: [visitor], labels: { writers: [visitor] } } }
            models: { ranker: { task: ranking, origin: trained-here } }
            components: { shop: { runs: ranker, callers: [visitor], log-readers: [visitor] } }
            """);
    assertThat(scene.links().stream().map(l -> l.from() + " " + l.label() + " " + l.to()))
        .containsExactlyInAnyOrder(
            "shop asks, answers ranker",
            "visitor asks, logs to shop",
            "visitor writes, labels clicks");
  }

  @Test
  void whatNobodyMentionsIsNotDrawn() throws IOException {
    assertThat(scene("actors: { visitor: public }").nodes().stream().map(Node::id))
        .containsExactly("visitor");
  }

  @Test
  void aSystemOfNothingHasAPicture() throws IOException {
    Scene scene = scene("");
    assertThat(scene.nodes()).isEmpty();
    assertThat(Layout.of(scene).routes()).isEmpty();
  }

  @Test
  void upToFortyShapesEachElementHasItsOwn() throws IOException {
    Scene scene = scene(large(3, 12));
    assertThat(scene.nodes()).hasSize(39);
    assertThat(scene.captions()).isEmpty();
  }

  @Test
  void zonesArePutTogetherUntilAPageIsEnough() throws IOException {
    Scene scene = scene(large(4, 12));
    assertThat(ids(scene))
        .hasSize(30)
        .contains("zone z0", "zone z1", "c-2-0")
        .doesNotContain("zone z2", "c-0-0");
    assertThat(scene.captions())
        .containsExactly(
            "24 of 52 elements are put together, to keep the picture readable: zones z0 and z1.");
    assertThat(scene.boundaries().stream().map(Boundary::id)).containsExactly("z2", "z3");
  }

  @Test
  void whatStandsOutsideIsPutTogetherByKindWhereZonesAreNotEnough() throws IOException {
    Scene scene = scene(large(30, 3));
    assertThat(ids(scene)).hasSize(31).contains("all actors", "zone z29");
    assertThat(node(scene, "all actors").name()).isEqualTo("30\u00a0actors");
  }

  @Test
  void whatStandsOutsideIsPutTogetherBeforeZonesWhereItIsMore() throws IOException {
    String datasets = all(25, i -> "d-%d: { origin: production-logs }".formatted(i));
    Scene scene = scene(large(3, 8) + "datasets: {" + datasets + "}\n");
    assertThat(ids(scene)).hasSize(28).contains("all datasets", "c-2-0");
  }

  @Test
  void thePictureStaysOneHoweverManyZonesThereAre() throws IOException {
    Scene scene = scene(large(300, 3));
    assertThat(ids(scene)).hasSize(22).contains("all actors", "zone z0", "all 280 other zones");
    assertThat(node(scene, "all 280 other zones").details()).contains("840\u00a0components");
    assertThat(scene.captions().getFirst())
        .startsWith("1200 of 1200 elements")
        .contains("; 280 other zones; actors outside of zones.");
  }

  @Test
  void theHighlightedPathIsNeverPutTogether() throws IOException {
    Checked checked =
        checked(
            large(1, 50, "m")
                + "models: { m: { task: classification, origin: trained-here, proprietary: yes } }\n"
                + "decisions: { d: { by: m, automation: automatic } }\n");
    String threat =
        checked.assessment().threats().stream()
            .map(t -> t.threat())
            .filter(t -> t.path().contains("c-0-0"))
            .findFirst()
            .orElseThrow()
            .id();
    Scene scene =
        Scene.of(new Report(checked, tool(), Audience.ALL, Optional.of(threat), Optional.empty()));
    assertThat(ids(scene)).contains("c-0-0", "zone z0");
    assertThat(node(scene, "c-0-0").emphasis()).isEqualTo(Emphasis.ON_PATH);
    assertThat(node(scene, "zone z0").zone()).contains("z0");
    assertThat(node(scene, "zone z0").label()).isEqualTo("rest of the zone, put together");
    assertThat(scene.links().stream().filter(l -> l.step().isPresent())).isNotEmpty();
  }

  private static String large(int zones, int components) {
    return large(zones, components, "none");
  }

  /** Zones full of components, each zone with somebody who calls all of them. */
  private static String large(int zones, int components, String runs) {
    return "actors: {"
        + all(zones, z -> "a-%d: { trust: public, gains: everything }".formatted(z))
        + "}\nzones: {"
        + all(zones, z -> "z%d: staff".formatted(z))
        + "}\ncomponents: {"
        + all(
            zones * components,
            i ->
                "c-%d-%d: { zone: z%d, callers: [a-%d], runs: %s }"
                    .formatted(
                        i / components, i % components, i / components, i / components, runs))
        + "}\n";
  }

  private static String all(int count, IntFunction<String> one) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(", "));
  }

  private static List<String> ids(Scene scene) {
    return scene.nodes().stream().map(Node::id).toList();
  }

  private static Node node(Scene scene, String id) {
    return scene.nodes().stream().filter(n -> n.id().equals(id)).findFirst().orElseThrow();
  }

  private Scene scene(String sections) throws IOException {
    return Scene.of(Report.of(checked(sections), tool()));
  }

  private Checked checked(String sections) throws IOException {
    Path file = folder.resolve("countersign.yaml");
    Files.writeString(file, HEAD + sections);
    return Systems.checked(file);
  }

  private static Tool tool() {
    return new Tool("test", new TreeMap<>());
  }
}
