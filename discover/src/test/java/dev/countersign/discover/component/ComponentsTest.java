package dev.countersign.discover.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.discover.Confidence;
import dev.countersign.discover.Detail;
import dev.countersign.discover.Discovery;
import dev.countersign.discover.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings about one thing are one component. */
class ComponentsTest {
  @TempDir Path root;

  @Test
  void aModelThatTwoFilesNameIsOneWithTwoPlaces() {
    file("a.py", "import openai\nopenai.create(model=\"gpt-4o\")\n");
    file("b/c.py", "import litellm\n\n\nlitellm.completion(model=\"openai/gpt-4o\")\n");

    Component model = only(Kind.HOSTED_MODEL);
    assertThat(model.name()).isEqualTo("gpt-4o");
    assertThat(model.places()).containsExactly(new Where("a.py", 2), new Where("b/c.py", 4));
    assertThat(model.detail(Detail.SUPPLIER)).contains("OpenAI");
  }

  @Test
  void clientLibraryImportAndAddressAreOneService() {
    file("requirements.txt", "openai==1.0\n");
    file("a.py", "from openai import OpenAI\n");
    file("b.go", "var url = \"https://api.openai.com/v1\"\n");

    Component service = only(Kind.HOSTED_SERVICE);
    assertThat(service.name()).isEqualTo("OpenAI");
    assertThat(service.seen()).isEqualTo(3);
    assertThat(service.confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(of(Kind.LIBRARY)).isEmpty();
  }

  @Test
  void shardsAreOneModelAndTheCodeThatLoadsItIsAPlaceOfIt() {
    file("models/big-00001-of-00002.safetensors", "x");
    file("models/big-00002-of-00002.safetensors", "x");
    file("models/small.onnx", "x");
    file("run.py", "import onnxruntime\ns = onnxruntime.InferenceSession('models/small.onnx')\n");

    assertThat(of(Kind.MODEL_FILE))
        .extracting(Component::name)
        .containsExactly("models/big-*.safetensors", "models/small.onnx");
    assertThat(of(Kind.MODEL_FILE).getLast().places())
        .contains(new Where("run.py", 2), new Where("models/small.onnx", 0));
  }

  @Test
  void aModelThatCodeLoadsFromElsewhereIsListed() {
    file("run.py", "import torch\nnet = torch.load('weights/net.pt')\nother = torch.load(path)\n");

    assertThat(of(Kind.MODEL_FILE))
        .extracting(Component::name)
        .containsExactly("a pytorch artefact named at run time", "weights/net.pt");
  }

  @Test
  void aFolderOfManyFilesOfATypeIsOneDataset() {
    for (int i = 0; i < 40; i++) {
      file("data/images/" + i + ".png", "x");
    }

    Component dataset = only(Kind.DATASET);
    assertThat(dataset.name()).isEqualTo("data/images/*.png");
    assertThat(dataset.detail(Detail.COUNT)).contains("40");
  }

  @Test
  void whatIsOnlyAmongTestsIsAside() {
    file("tests/test_a.py", "import openai\nopenai.create(model=\"gpt-4o\")\n");
    assertThat(only(Kind.HOSTED_MODEL).aside()).isTrue();

    file("src/a.py", "import openai\nopenai.create(model=\"gpt-4o\")\n");
    assertThat(only(Kind.HOSTED_MODEL).aside()).isFalse();
  }

  @Test
  void aListOfAllModelsThereAreIsNoUseOfEach() {
    StringBuilder prices = new StringBuilder("import openai\nNAMES = [\n");
    for (int i = 0; i < 20; i++) {
      prices.append("  \"gpt-4.%d\",\n".formatted(i));
    }
    file("prices.py", prices + "]\n");

    assertThat(of(Kind.HOSTED_MODEL))
        .hasSize(20)
        .allMatch(model -> model.confidence() == Confidence.POSSIBLE);
  }

  @Test
  void codeThatTrainsIsOneComponentAFile() {
    file(
        "train.py",
        "from xgboost import XGBClassifier\nm = XGBClassifier()\nm.fit(x, y)\nm.save_model('m.ubj')\n");

    Component training = only(Kind.TRAINING);
    assertThat(training.name()).isEqualTo("train.py");
    assertThat(training.detail(Detail.PRODUCT)).contains("XGBClassifier");
  }

  @Test
  void webFrameworksAndDatabasesAreNoMachineLearning() {
    file("requirements.txt", "flask\nfastapi\nstreamlit\n");
    file("docker-compose.yml", "services:\n  db:\n    image: postgres:16\n");
    file("app.py", "from flask import Flask\napp = Flask(__name__)\n");

    assertThat(Components.of(Discovery.of(root))).isEmpty();
  }

  private Component only(Kind kind) {
    List<Component> some = of(kind);
    assertThat(some).hasSize(1);
    return some.getFirst();
  }

  private List<Component> of(Kind kind) {
    return Components.of(Discovery.of(root)).stream().filter(it -> it.kind() == kind).toList();
  }

  private void file(String path, String text) {
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
