package dev.countersign.discover.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.discover.Confidence;
import dev.countersign.discover.Detail;
import dev.countersign.discover.Discovery;
import dev.countersign.discover.Finding;
import dev.countersign.discover.What;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is code in each language counts, and what only looks like code does not. */
class LanguagesTest {
  @TempDir Path root;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a.py | # client.create(model=\"gpt-4o\")",
        "a.py | '''client.create(model=\"gpt-4o\")'''",
        "a.py | x = 'client.create(model=\"gpt-4o\")'",
        "a.ts | // create({ model: \"gpt-4o\" })",
        "a.ts | /* create({ model: \"gpt-4o\" }) */",
        "a.ts | const x = `create({ model: \"gpt-4o\" })`",
        "A.java | /* b.modelName(\"gpt-4o\") */",
        "A.kt | // b.modelName(\"gpt-4o\")",
        "A.cs | // b.Model(\"gpt-4o\")",
        "A.cs | /* b.Model(\"gpt-4o\") */",
        "A.cs | var x = @\"b.Model(\"\"gpt-4o\"\")\";",
        "A.cs | var x = \"b.Model(\\\"gpt-4o\\\")\";",
        "a.go | // b.Model(\"gpt-4o\")",
        "a.go | x := `b.Model(\"gpt-4o\")`",
        "a.rs | // b.model(\"gpt-4o\")",
        "a.sh | # curl https://api.openai.com/v1 -d '{\"model\": \"gpt-4o\"}'",
        "a.sh | echo curl https://api.openai.com -d '{\"model\": \"gpt-4o\"}'",
        "Dockerfile | # RUN vllm serve Qwen/Qwen3-8B",
        "Dockerfile | LABEL run=\"vllm serve Qwen/Qwen3-8B\"",
        "a.tf | # resource \"aws_sagemaker_endpoint\" \"a\" {}",
        "a.tf | // resource \"aws_sagemaker_endpoint\" \"a\" {}",
        "a.tf | x = \"resource aws_sagemaker_endpoint\"",
        "a.bicep | // resource a 'Microsoft.CognitiveServices/accounts@2023' = {",
        "a.csproj | <!-- <PackageReference Include=\"OpenAI\" /> -->"
      })
  void whatIsNoCodeIsNoComponent(String name, String line) {
    file(name, line + "\n");

    assertThat(found())
        .filteredOn(finding -> finding.what() != What.UNIT)
        .extracting(Finding::name)
        .isEmpty();
  }

  @Test
  void theBodyOfAHereDocumentIsNoCommand() {
    file("a.sh", "cat <<EOF\nvllm serve Qwen/Qwen3-8B\nEOF\nollama run llama3\n");
    file("a.tf", "x {\n  y = <<-EOT\n    resource \"aws_sagemaker_model\" \"m\" {\n  EOT\n}\n");

    assertThat(names(What.SERVICE)).containsExactly("Ollama");
  }

  @Test
  void importsByAnotherNameAreWhatTheyAre() {
    file(
        "a.py",
        """
        from joblib import (
            load as restore,
            dump,
        )
        import torch as t
        from sklearn.ensemble import RandomForestClassifier as Forest

        old = restore("old.joblib")
        net = t.load("net.pt")
        new = Forest().fit(x, y)
        dump(new, "new.joblib")
        """);

    assertThat(names(What.LOADS_MODEL)).containsExactly("old.joblib", "net.pt");
    assertThat(names(What.SAVES_MODEL)).containsExactly("new.joblib");
    assertThat(names(What.ESTIMATOR)).containsExactly("RandomForestClassifier");
  }

  @Test
  void aModelNamedByAVariableInACallOfManyLinesIsFound() {
    file(
        "a.py",
        """
        from transformers import AutoModelForCausalLM

        BASE = "Qwen/Qwen3-8B"
        model = AutoModelForCausalLM.from_pretrained(
            BASE,
            trust_remote_code=True,
        )
        """);

    assertThat(about(What.HUB_MODEL))
        .singleElement()
        .satisfies(model -> {
          assertThat(model.name()).isEqualTo("Qwen/Qwen3-8B");
          assertThat(model.detail(Detail.LOADER)).contains("trusts-remote-code");
        });
  }

  @Test
  void aNameOfAModelWhereNothingUsesModelsIsPossibleOnly() {
    file("a.py", "CUSTOMERS = [\"gemini-4711\"]\n");
    file("b.py", "import openai\nx = [\"gpt-4o\"]\n");
    file("c.py", "DEFAULT_MODEL = \"gpt-4.1\"\n");

    assertThat(about(What.HOSTED_MODEL))
        .extracting(Finding::confidence)
        .containsExactly(Confidence.POSSIBLE, Confidence.LIKELY, Confidence.LIKELY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A.java | import dev.langchain4j.model.openai.OpenAiChatModel; | OpenAiChatModelName.GPT_4_O_MINI | gpt-4o-mini",
        "A.kt | import com.aallam.openai.api.Model | OpenAiModels.Gpt4_1 | gpt-4.1",
        "a.go | import \"github.com/openai/openai-go\" | openai.ChatModelGPT4oMini | gpt-4o-mini",
        "a.go | import \"github.com/anthropics/anthropic-sdk-go\" | anthropic.ModelClaudeSonnet4_0 | claude-sonnet-4-0",
        "A.cs | using Betalgo.OpenAI; | Models.Gpt_4o | gpt-4o",
        "A.java | import java.util.List; | Heights.GPT_4_O_MINI | "
      })
  void constantsOfLibrariesStandForModels(String file, String head, String name, String model) {
    file(file, head + "\nx = f(" + name + ");\n");

    List<String> names = names(What.HOSTED_MODEL);
    assertThat(names).isEqualTo(model == null ? List.of() : List.of(model));
  }

  @Test
  void sharpIsReadFromProjectToCall() {
    file(
        "a/a.csproj",
        "\ufeff<Project>\n<ItemGroup>\n<PackageReference Include=\"Microsoft.SemanticKernel.Core\""
            + " Version=\"1.0\" />\n</ItemGroup></Project>");
    file(
        "a/A.cs",
        """
        global using Microsoft.SemanticKernel;
        using Chat = Azure.AI.OpenAI;

        var builder = Kernel.CreateBuilder();
        builder.AddOpenAIChatCompletion(
            modelId: "gpt-4o",
            apiKey: key);
        using var stream = File.Open("x");
        """);

    assertThat(names(What.LIBRARY)).containsExactly("Microsoft.SemanticKernel");
    assertThat(names(What.IMPORT)).containsExactly("Microsoft.SemanticKernel", "Azure.AI.OpenAI");
    assertThat(about(What.HOSTED_MODEL))
        .singleElement()
        .satisfies(model -> {
          assertThat(model.name()).isEqualTo("gpt-4o");
          assertThat(model.where().line()).isEqualTo(6);
        });
  }

  @Test
  void commandsTellWhatTheyRunAndCall() {
    file(
        "run.sh",
        """
        #!/bin/bash
        MODEL=${1:-x}
        NAME="Qwen/Qwen3-8B"
        export CUDA=0; sudo python3 -m vllm.entrypoints.openai.api_server \\
          --port 80 --model "$NAME"   # --model no/no
        curl -s "https://api.openai.com/v1/chat/completions" \\
          -d '{"model": "gpt-4o-mini", "messages": []}' | jq .
        if true; then ollama run llama3.2; fi
        pip install -r requirements.txt 'torch==2.1' anthropic
        docker run --gpus all -p 80:80 ghcr.io/huggingface/text-generation-inference:2 --model-id org/big
        torchrun --nproc 8 train.py
        """);

    assertThat(names(What.SERVICE)).contains("vLLM", "Ollama", "text-generation-inference");
    assertThat(names(What.HUB_MODEL)).containsExactly("Qwen/Qwen3-8B", "llama3.2", "org/big");
    assertThat(names(What.HOSTED_MODEL)).containsExactly("gpt-4o-mini");
    assertThat(names(What.IMPORT)).containsExactly("api.openai.com");
    assertThat(names(What.LIBRARY)).containsExactly("torch", "anthropic");
    assertThat(names(What.TRAINING)).containsExactly("torchrun");
    assertThat(about(What.SERVICE).getFirst().where().line()).isEqualTo(4);
  }

  @Test
  void instructionsOfADockerfileAreCommands() {
    file(
        "Dockerfile",
        """
        FROM python:3.12
        ARG MODEL=org/small
        ENV PORT 80
        # syntax
        RUN --mount=type=cache,target=/root pip install \\
            # a comment within
            vllm==0.6 \\
            openai
        CMD ["vllm", "serve", "org/large"]
        ENTRYPOINT text-embeddings-router --model-id $MODEL
        """);

    assertThat(names(What.LIBRARY)).containsExactly("vllm", "openai");
    assertThat(names(What.SERVICE)).containsExactly("vLLM", "TEI");
    assertThat(names(What.HUB_MODEL)).containsExactly("org/large", "org/small");
    assertThat(about(What.SERVICE)).extracting(it -> it.where().line()).containsExactly(9, 10);
  }

  @Test
  void terraformTellsWhatItMakes() {
    file(
        "main.tf",
        """
        variable "model" {
          default = "gpt-4o"
        }
        locals { base = "org/base" }
        resource "azurerm_cognitive_deployment" "chat" {
          model {
            format = "OpenAI"
            name   = var.model
          }
        }
        resource "aws_sagemaker_endpoint" "live" {
          name = "live"
        }
        resource "aws_s3_bucket" "b" { bucket = "x" }
        module "hf" {
          source      = "philschmid/sagemaker-huggingface/aws"
          hf_model_id = "${local.base}"
        }
        resource "google_workbench_instance" "w" {}
        """);

    assertThat(names(What.HOSTED_MODEL)).containsExactly("gpt-4o");
    assertThat(names(What.SERVICE)).containsExactly("live", "hf");
    assertThat(names(What.HUB_MODEL)).containsExactly("org/base");
    assertThat(about(What.STORE))
        .singleElement()
        .satisfies(
            store -> assertThat(store.detail(Detail.STORE_TYPE)).contains("notebook-server"));
  }

  @Test
  void templatesOfCloudsTellWhatTheyMake() {
    file(
        "t.yaml",
        "AWSTemplateFormatVersion: x\nResources:\n  A:\n    Type: AWS::SageMaker::Endpoint\n");
    file("m.bicep", "resource ai 'Microsoft.CognitiveServices/accounts@2023-05-01' = {\n}\n");

    assertThat(names(What.SERVICE)).containsExactly("Amazon SageMaker");
    assertThat(names(What.IMPORT)).containsExactly("ai");
  }

  @Test
  void agentsServersOfMcpAndNotebooksAreFound() {
    file("a.py", "from crewai import Agent\nwriter = Agent(role=\"x\")\n");
    file(
        "b.ts",
        "import { McpServer } from '@modelcontextprotocol/sdk';\nnew McpServer({ name: \"tickets\" });\n");
    file("c.py", "class Agent: pass\nx = Agent()\n");
    file("d.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"import torch\"}]}");

    assertThat(names(What.AGENT)).containsExactly("writer");
    assertThat(names(What.MCP_OFFERED)).containsExactly("tickets");
    assertThat(about(What.NOTEBOOK))
        .singleElement()
        .satisfies(notebook -> assertThat(notebook.detail(Detail.PRODUCT)).contains("torch"));
  }

  private List<String> names(What what) {
    return about(what).stream().map(Finding::name).toList();
  }

  private List<Finding> about(What what) {
    return found().stream().filter(finding -> finding.what() == what).toList();
  }

  private List<Finding> found() {
    return Discovery.of(root).findings();
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
