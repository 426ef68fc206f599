package dev.countersign.bom.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.bom.Bill;
import dev.countersign.bom.Bills;
import dev.countersign.bom.ModelCard;
import dev.countersign.bom.ModelCard.Metric;
import dev.countersign.bom.Part;
import dev.countersign.bom.PartKind;
import dev.countersign.bom.cyclonedx.CycloneDxWriter;
import dev.countersign.bom.cyclonedx.PublishedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies beside weights on a hub reaches the bill. */
class HubFolderTest {
  @TempDir Path folder;

  @BeforeEach
  void anAdapterWithItsCard() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    write("adapter_model.safetensors", "weights");
    write(
        "README.md",
        """
        ---
        license: apache-2.0
        base_model: meta-llama/Llama-3.1-8B
        library_name: peft
        pipeline_tag: text-generation
        datasets: [tatsu-lab/alpaca]
        language: [en, de]
        model-index:
          - name: x
            results:
              - dataset: { name: MMLU, type: mmlu }
                metrics: [{ type: accuracy, value: 0.68 }]
        ---
        # Adapter

        Answers questions about returns.

        ## Intended use

        Support staff only.

        ## Limitations

        Knows no prices.
        """);
    write(
        "adapter_config.json",
        "{\"base_model_name_or_path\":\"meta-llama/Llama-3.1-8B\",\"peft_type\":\"LORA\"}");
    write(
        "config.json",
        """
        {"model_type":"llama","architectures":["LlamaForCausalLM"],"torch_dtype":"bfloat16","rope":NaN,
         "max_position_embeddings":8192,"quantization_config":{"quant_method":"gptq","bits":4}}
        """);
    write(
        "countersign.yaml",
        """
        countersign: 1
        system: { id: chat, purpose: Answers questions. }
        models: { llm: { task: generation, files: adapter_model.safetensors } }
        """);
  }

  @Test
  void theCardTheConfigurationAndTheAdapterAreRead() {
    Part model = bill().parts(PartKind.MODEL).getFirst();
    assertThat(model.licence()).contains("apache-2.0");
    assertThat(model.description()).contains("Answers questions about returns.");
    assertThat(model.ancestors())
        .singleElement()
        .satisfies(base -> {
          assertThat(base.name()).isEqualTo("meta-llama/Llama-3.1-8B");
          assertThat(base.purl()).contains("pkg:huggingface/meta-llama/Llama-3.1-8B");
          assertThat(base.saidBy()).isEqualTo("adapter_config.json");
        });
    assertThat(model.properties())
        .containsEntry("quantisation", "gptq, 4 bit")
        .containsEntry("context-length", "8192")
        .containsEntry("adapter", "LORA")
        .containsEntry("languages", "en, de");
    ModelCard card = model.card().orElseThrow();
    assertThat(card.architecture()).contains("LlamaForCausalLM");
    assertThat(card.otherDatasets()).containsExactly("tatsu-lab/alpaca");
    assertThat(card.metrics()).containsExactly(new Metric("accuracy", "0.68", Optional.of("MMLU")));
    assertThat(card.uses()).containsExactly("Support staff only.");
    assertThat(card.limitations()).containsExactly("Knows no prices.");
  }

  @Test
  void theDocumentFollowsTheSchema() {
    String text = CycloneDxWriter.write(bill()).toString();
    assertThat(PublishedSchema.errors(text)).isEmpty();
    assertThat(text).contains("\"id\":\"Apache-2.0\"", "technicalLimitations", "\"model-card\"");
  }

  @Test
  void aReadmeThatIsNoCardAndABrokenConfigurationSayNothing() throws IOException {
    write("README.md", "# My project\n\nlicense: none of your business\n");
    write("config.json", "[".repeat(100_000));
    write("adapter_config.json", "{");
    Part model = bill().parts(PartKind.MODEL).getFirst();
    assertThat(model.licence()).isEmpty();
    assertThat(model.ancestors()).isEmpty();
    assertThat(model.references()).isEmpty();
  }

  private Bill bill() {
    return Bills.of(folder.resolve("countersign.yaml"));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
