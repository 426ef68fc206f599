package dev.countersign.inspect.huggingface;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuggingFaceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SUSPICIOUS | huggingface-code | config.json | {'auto_map': {'AutoModel': 'modeling_x.Model'}}",
        "SUSPICIOUS | huggingface-remote-code | config.json | {'auto_map': {'AutoModel': 'user/repo--modeling_x.Model'}}",
        "SUSPICIOUS | huggingface-code | tokenizer_config.json | {'auto_map': {'AutoTokenizer': ['tok.Slow', null]}}",
        "SUSPICIOUS | huggingface-code | config.json | {'custom_pipelines': {'x': {'impl': 'pipe.Pipe'}}}",
        "SUSPICIOUS | huggingface-trust | config.json | {'trust_remote_code': true}",
        "MALICIOUS | huggingface-module | config.json | {'auto_map': {'AutoModel': 'os.system'}}",
        "MALICIOUS | huggingface-module | config.json | {'auto_map': {'AutoModel': '../evil.Model'}}",
        "MALICIOUS | huggingface-module | model_index.json | {'_diffusers_version': '0.30', 'unet': ['subprocess', 'Popen']}",
        "SUSPICIOUS | huggingface-unknown-module | model_index.json | {'unet': ['mine', 'Net']}",
        "SUSPICIOUS | huggingface-code | model_index.json | {'_class_name': ['pipeline', 'Mine']}",
        "SUSPICIOUS | huggingface-unknown-module | modules.json | [{'idx': 0, 'path': '', 'type': 'custom_st.Transformer'}]",
        "MALICIOUS | huggingface-path | model.safetensors.index.json | {'weight_map': {'a': '../../x.bin'}}",
        "SUSPICIOUS | huggingface-unknown-module | adapter_config.json | {'peft_type': 'LORA', 'auto_mapping': {'parent_library': 'mine', 'base_model_class': 'M'}}",
      })
  void whatALibraryWouldImportOrReadIsTold(Verdict verdict, String rule, String name, String text)
      throws IOException {
    Inspected inspected = Bundle.of(name, text.replace('\'', '"')).inspect(name);

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(verdict);
    assertThat(rules(inspected)).contains(rule);
  }

  @Test
  void codeThatAConfigurationNamesIsReadWithIt() throws IOException {
    Inspected inspected =
        Bundle.of("m/config.json", "{\"auto_map\": {\"AutoModel\": \"modeling_x.Model\"}}")
            .with("m/modeling_x.py", "import os\nos.system('id')")
            .inspect("m/config.json");

    assertThat(inspected.verdict()).isEqualTo(Verdict.MALICIOUS);
    assertThat(rules(inspected)).contains("python-command");
  }

  @Test
  void plainConfigurationsAreCleanAndTellOfTheModel() throws IOException {
    Inspected inspected =
        Bundle.of(
                "config.json",
                """
                {"_name_or_path": "google-bert/bert-base-uncased", "architectures": ["BertForMaskedLM"], "model_type": "bert",
                 "id2label": {"0": "no", "1": "yes"}, "max_position_embeddings": 512, "vocab_size": 30522,
                 "torch_dtype": "float32", "transformers_version": "4.40.0", "attn_implementation": "sdpa", "x": NaN}
                """)
            .inspect("config.json");

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(Verdict.CLEAN);
    assertThat(inspected.facts())
        .containsEntry(ArtefactFact.ARCHITECTURE, "BertForMaskedLM")
        .containsEntry(ArtefactFact.BASE_MODEL, "google-bert/bert-base-uncased")
        .containsEntry(ArtefactFact.CONTEXT_LENGTH, "512")
        .containsEntry(ArtefactFact.CLASSES, "no, yes");
  }

  @Test
  void partsOfKnownLibrariesAreClean() throws IOException {
    Inspected inspected =
        Bundle.of(
                "model_index.json",
                """
                {"_class_name": "StableDiffusionPipeline", "_diffusers_version": "0.30.0",
                 "safety_checker": ["stable_diffusion", "StableDiffusionSafetyChecker"],
                 "unet": ["diffusers", "UNet2DConditionModel"], "vae": [null, null], "tokenizer": ["transformers", "CLIPTokenizer"]}
                """)
            .inspect("model_index.json");

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void aModelCardTellsItsLicenceAndDatasets() throws IOException {
    Inspected inspected =
        Bundle.of(
                "README.md",
                "---\nlicense: apache-2.0\ndatasets: [a/b, c/d]\nbase_model: x/y\npipeline_tag: text-generation\n---\n# Hello")
            .inspect("README.md");

    assertThat(inspected.facts())
        .containsEntry(ArtefactFact.LICENCE, "apache-2.0")
        .containsEntry(ArtefactFact.DATASETS, "a/b, c/d")
        .containsEntry(ArtefactFact.BASE_MODEL, "x/y")
        .containsEntry(ArtefactFact.TASK, "text-generation");
  }
}
