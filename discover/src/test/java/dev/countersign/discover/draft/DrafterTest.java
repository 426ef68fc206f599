package dev.countersign.discover.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrafterTest {
  @TempDir Path root;

  @Test
  void whatLiesAmongTestsIsNotDrafted() {
    Drafts.file(root, "tests/fixtures/fake.onnx", "x");
    Drafts.file(root, "models/real.onnx", "x");

    assertThat(Drafts.of(root)).contains("real:").doesNotContain("fake:");
  }

  @Test
  void whereThereAreOnlyExamplesTheyAreDrafted() {
    Drafts.file(root, "examples/first.onnx", "x");

    assertThat(Drafts.of(root)).contains("first:");
  }

  @Test
  void aFolderOfManyFilesIsOneDataset() {
    for (int i = 0; i < 20; i++) {
      Drafts.file(root, "data/days/day" + i + ".csv", "x");
    }

    assertThat(Drafts.of(root)).contains("files: data/days/*.csv").doesNotContain("day1.csv\n");
  }

  @Test
  void partsOfOneModelAreOneModel() {
    for (int i = 1; i <= 4; i++) {
      Drafts.file(root, "weights/summary/model-0000" + i + "-of-00004.safetensors", "x");
    }

    assertThat(Drafts.of(root))
        .contains("  summary:", "files: weights/summary/*.safetensors", "4 files");
  }

  @Test
  void moreThanFifteenOfAKindAreCountedAndNotListed() {
    for (int i = 0; i < 20; i++) {
      Drafts.file(root, "m" + i + "/name" + i + ".onnx", "x");
    }

    Draft draft = Drafter.of(dev.countersign.discover.Discovery.of(root));

    assertThat(draft.of(dev.countersign.model.ElementKind.MODEL)).hasSize(15);
    assertThat(DraftWriter.write(draft, "")).contains("# 5 more were found and are not drafted.");
  }

  @Test
  void aListOfAllHostedModelsIsNoUseOfThem() {
    StringBuilder known = new StringBuilder("import openai\nKNOWN = [\n");
    for (int i = 1; i <= 12; i++) {
      known.append("  \"gpt-4.").append(i).append("\",\n");
    }
    Drafts.file(root, "known.py", known + "]\n");

    assertThat(Drafts.of(root))
        .contains("known.py lists many hosted models")
        .doesNotContain("gpt-4.7:");
  }

  @Test
  void aModelWithAPriceIsARowOfATable() {
    Drafts.file(root, "use.py", "import openai\nPRICES = {\"gpt-4\": 3}\nask(model=\"gpt-4o\")\n");

    assertThat(Drafts.of(root)).contains("gpt-4o:").doesNotContain("gpt-4:");
  }

  @Test
  void aTaskThatNoFileTellsIsMarked() {
    Drafts.file(root, "models/thing.onnx", "x");

    Draft draft = Drafter.of(dev.countersign.discover.Discovery.of(root));

    assertThat(draft.assumed()).isEqualTo(1);
    assertThat(DraftWriter.write(draft, "")).contains("# " + Drafter.ASSUMED);
  }

  @Test
  void pathsAreRelativeToWhereTheDraftLies() {
    Drafts.file(root, "models/thing.onnx", "x");

    String draft =
        DraftWriter.write(Drafter.of(dev.countersign.discover.Discovery.of(root)), "../");

    assertThat(draft).contains("files: ../models/thing.onnx");
  }

  @Test
  void whereNothingIsFoundNothingIsDrafted() {
    Drafts.file(root, "main.c", "int main() { return 0; }");

    assertThat(Drafter.of(dev.countersign.discover.Discovery.of(root)).size()).isZero();
  }

  @Test
  void theSkeletonCanBeRead() {
    assertThat(Drafts.problems(root, Skeleton.of("my-system"))).isEmpty();
  }

  @Test
  void theSkeletonCanBeReadWithAllItsCommentsUndone() {
    String undone =
        Skeleton.of("my-system").replaceAll("(?m)^# ?(?=(  )*(?!yaml-)[a-z-]+:( |$))", "");
    String linked = undone.replace("the-id-of-a-model", "the-model");

    assertThat(undone).contains("\ndatasets:", "\nmodels:", "\ndecisions:", "\nactors:");
    assertThat(Drafts.problems(root, linked.replaceAll("(?m)^ *(ml-lead|security-lead).*\n", "")))
        .isEmpty();
  }
}
