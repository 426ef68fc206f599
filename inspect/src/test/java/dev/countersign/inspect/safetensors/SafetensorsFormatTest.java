package dev.countersign.inspect.safetensors;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFormatTest {
  private static final String TENSOR =
      "{\"t\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}";

  private static Inspected inspect(String header, int data) throws IOException {
    return Bundle.inspect("model.safetensors", file(header, data));
  }

  private static byte[] file(String header, int data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }

  private static Inspected metadata(String entries) throws IOException {
    return inspect(TENSOR + ",\"__metadata__\":{" + entries + "}}", 16);
  }

  @Test
  void tensorsThatOwnEachByteAreClean() throws Exception {
    Inspected found =
        inspect(
            "{\"__metadata__\":{\"format\":\"pt\",\"modelspec.title\":\"Fraud\"},"
                + "\"a\":{\"dtype\":\"BF16\",\"shape\":[3],\"data_offsets\":[8,14]},"
                + "\"b\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[0,8]},"
                + "\"empty\":{\"dtype\":\"I8\",\"shape\":[0,4],\"data_offsets\":[8,8]}}   ",
            14);
    assertThat(found.findings()).isEmpty();
    assertThat(found.verdict()).isEqualTo(Verdict.CLEAN);
    assertThat(found.formats()).containsExactly("safetensors");
    assertThat(found.facts())
        .containsEntry(ArtefactFact.TENSORS, "3")
        .containsEntry(ArtefactFact.PARAMETERS, "4")
        .containsEntry(ArtefactFact.TENSOR_TYPES, "BF16, F64, I8")
        .containsEntry(ArtefactFact.FRAMEWORK, "PyTorch")
        .containsEntry(ArtefactFact.NAME, "Fraud");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "safetensors-out-of-range; [4]; [0,16]; 15",
        "safetensors-out-of-range; [4]; [16,0]; 16",
        "safetensors-out-of-range; [4]; [-16,0]; 16",
        "safetensors-size; [4]; [0,12]; 12",
        "safetensors-size; [1000000]; [0,16]; 16",
        "safetensors-overflow; [4294967296,4294967296]; [0,16]; 16",
        "safetensors-overflow; [-1,-4]; [0,16]; 16",
        "safetensors-overflow; [99999999999999999999999]; [0,16]; 16",
        "safetensors-out-of-range; [4]; [0,99999999999999999999999]; 16",
        "safetensors-unowned; [4]; [0,16]; 40",
        "safetensors-unowned; [4]; [8,24]; 24",
      })
  void aHeaderThatLiesAboutItsBytesIsFound(String rule, String shape, String range, int data)
      throws Exception {
    Inspected found =
        inspect(
            "{\"t\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":%s}}".formatted(shape, range),
            data);
    assertThat(rules(found)).contains(rule);
    assertThat(found.verdict()).isGreaterThanOrEqualTo(Verdict.SUSPICIOUS);
  }

  @Test
  void tensorsThatShareBytesAreFound() throws Exception {
    Inspected found =
        inspect(TENSOR + ",\"u\":{\"dtype\":\"I8\",\"shape\":[4],\"data_offsets\":[12,16]}}", 16);
    assertThat(rules(found)).containsExactly("safetensors-overlap");
  }

  @Test
  void whatNoTensorOwnsIsLookedInto() throws Exception {
    byte[] zip = new byte[200];
    byte[] plain = file(TENSOR + "}", 16);
    byte[] both = Arrays.copyOf(plain, plain.length + zip.length);
    Inspected found = Bundle.inspect("model.safetensors", both);
    assertThat(found.members()).isEqualTo(1);
    assertThat(rules(found)).contains("safetensors-unowned");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TENSOR + ",\"t\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}",
        "{\"t\":{\"dtype\":\"I8\",\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}",
        TENSOR + ",\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}}",
        TENSOR + ",\"__metadata__\":{},\"__metadata__\":{}}",
      })
  void aNameThatStandsTwiceIsFound(String header) throws Exception {
    assertThat(rules(inspect(header, 16))).contains("safetensors-duplicate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2,2]}}",
        "{\"t\":[1,2]}",
        TENSOR + "}{\"more\":1}",
      })
  void jsonThatDescribesNoTensorsIsFound(String header) throws Exception {
    assertThat(rules(inspect(header, 16))).contains("safetensors-header");
  }

  @Test
  void aHeaderThatNestsWithoutEndIsFound() throws Exception {
    String deep = "{\"a\":".repeat(50_000) + "{}" + "}".repeat(50_000);
    assertThat(rules(inspect(deep, 1))).contains("safetensors-header");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"t\":", "[1, 2]", "not JSON", "[[[[[[[[[["})
  void aHeaderThatIsAllThereAndNoObjectIsALie(String header) throws Exception {
    assertThat(rules(inspect(header, 16))).containsExactly("lie");
  }

  @Test
  void aHeaderThatIsLongerThanAnyReaderTakesIsALie() throws Exception {
    byte[] huge = file(TENSOR + "}", 16);
    huge[7] = (byte) 0x80;
    assertThat(rules(Bundle.inspect("model.safetensors", huge))).containsExactly("lie");
  }

  @Test
  void aFileThatIsCutShortIsAnError() throws Exception {
    byte[] cut = Arrays.copyOf(file(TENSOR + "}", 16), 40);
    assertThat(Bundle.inspect("model.safetensors", cut).verdict()).isEqualTo(Verdict.ERROR);
    assertThat(Bundle.inspect("model.safetensors", new byte[] {1, 2}).verdict())
        .isEqualTo(Verdict.ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"info\":\"wget http://malicious\"",
        "\"code\":\"import os; os.system('echo pwned')\"",
        "\"x\":\"<script>alert(1)</script>\"",
        "\"t\":\"{{ ''.__class__ }}\"",
        "\"n\":1",
      })
  void metadataThatIsNoDescriptionIsFound(String entry) throws Exception {
    assertThat(metadata(entry).verdict()).isGreaterThanOrEqualTo(Verdict.SUSPICIOUS);
  }

  @Test
  void metadataOfATrainerIsFactsAndFine() throws Exception {
    Inspected found =
        metadata(
            "\"ss_learning_rate\":\"0.0001\",\"ss_sd_model_name\":\"sd_xl.safetensors\",\"ss_tag_frequency\":\"{\\\"a"
                + " cat\\\": 3}\",\"license\":\"MIT\","
                + "\"modelspec.implementation\":\"https://github.com/Stability-AI/generative-models\"");
    assertThat(found.findings()).isEmpty();
    assertThat(found.facts())
        .containsEntry(ArtefactFact.LICENCE, "MIT")
        .containsEntry(ArtefactFact.BASE_MODEL, "sd_xl.safetensors");
    assertThat(found.facts().get(ArtefactFact.TRAINING_ARGUMENTS)).contains("learning_rate=0.0001");
  }

  @Test
  void anIndexNamesFilesOfItsFolderOnly() throws Exception {
    assertThat(index("model-00001-of-00002.safetensors").verdict()).isEqualTo(Verdict.CLEAN);
    assertThat(rules(index("../other/model.safetensors"))).contains("safetensors-index-path");
    assertThat(rules(index("/etc/passwd"))).contains("safetensors-index-path");
    assertThat(rules(index("weights.bin"))).contains("safetensors-index-other");
    assertThat(rules(index("gone.safetensors"))).contains("safetensors-index-missing");
  }

  private static Inspected index(String file) throws IOException {
    String json = "{\"metadata\":{\"total_size\":16},\"weight_map\":{\"t\":\"" + file + "\"}}";
    return new Bundle()
        .with("model.safetensors.index.json", json)
        .with("model-00001-of-00002.safetensors", file(TENSOR + "}", 16))
        .inspect("model.safetensors.index.json");
  }
}
