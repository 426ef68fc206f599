package dev.countersign.bom.card;

import dev.countersign.bom.ModelCard.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder with weights as model hubs publish it: {@code README.md}, {@code config.json} and {@code
 * adapter_config.json} beside them. Nothing of it is proven; a missing or broken file says nothing.
 */
public final class HubFolder {
  /** Larger files are no cards and no configurations: 4 MiB. */
  private static final int MOST_BYTES = 4 << 20;

  private static final int DEEPEST = 64;
  private static final String CONFIG = "config.json";
  private static final String ADAPTER = "adapter_config.json";

  /** Configurations are written by Python, whose NaN is no JSON. */
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .build())
          .build();

  private final CardFile card;
  private final Sections sections;
  private final JsonNode config;
  private final JsonNode adapter;

  private HubFolder(CardFile card, JsonNode config, JsonNode adapter) {
    this.card = card;
    this.sections = new Sections(card.isCard() ? card.text() : "");
    this.config = config;
    this.adapter = adapter;
  }

  /** Reads what lies in a folder. */
  public static HubFolder of(Path folder) {
    String name = "README.md";
    return new HubFolder(
        CardFile.of(name, text(folder.resolve(name))),
        json(folder.resolve(CONFIG)),
        json(folder.resolve(ADAPTER)));
  }

  /** Whether there is a card. */
  public boolean hasCard() {
    return card.isCard();
  }

  /** What it does, as a word of the language or else as the card says it. */
  public Optional<String> task() {
    return said("pipeline_tag").map(tag -> Hub.task(tag).orElse(tag));
  }

  /** The family, such as {@code llama}. */
  public Optional<String> family() {
    return text(config, "model_type");
  }

  /** The class that implements it, such as {@code LlamaForCausalLM}. */
  public Optional<String> architecture() {
    return config.path("architectures").valueStream().map(it -> it.asString("")).findFirst();
  }

  /** The licence as the card names it; the name of one that is not on the hub's list. */
  public Optional<String> licence() {
    Optional<String> named = said("license_name").or(() -> said("license_link"));
    return said("license").map(it -> it.equals("other") ? named.orElse(it) : it);
  }

  /** The names of datasets that it was trained on. */
  public List<String> datasets() {
    return card.isCard() ? card.all("datasets") : List.of();
  }

  /** How well it did. */
  public List<Metric> metrics() {
    return card.isCard() ? card.metrics() : List.of();
  }

  /** The first paragraph of the card. */
  public Optional<String> summary() {
    return sections.summary().stream().findFirst();
  }

  /** What it is meant for. */
  public List<String> uses() {
    return sections.uses();
  }

  /** What it cannot do. */
  public List<String> limitations() {
    return sections.limitations();
  }

  /** Ethics and risks. */
  public List<String> considerations() {
    return sections.considerations();
  }

  /** The names of models that it was made from, with the file that says so. */
  public Map<String, String> bases() {
    Map<String, String> bases = new LinkedHashMap<>();
    text(adapter, "base_model_name_or_path").ifPresent(name -> bases.put(Hub.name(name), ADAPTER));
    if (card.isCard()) {
      card.all("base_model").forEach(name -> bases.putIfAbsent(Hub.name(name), "README.md"));
    }
    text(config, "_name_or_path")
        .filter(name -> Hub.purl(name).isPresent())
        .ifPresent(name -> bases.putIfAbsent(Hub.name(name), CONFIG));
    return bases;
  }

  /** Further facts by name. */
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    put(facts, "quantisation", quantisation());
    put(facts, "tensor-types", text(config, "dtype").or(() -> text(config, "torch_dtype")));
    put(facts, "context-length", number(config, "max_position_embeddings"));
    put(facts, "vocabulary", number(config, "vocab_size"));
    put(facts, "framework", said("library_name"));
    put(facts, "adapter", text(adapter, "peft_type"));
    put(facts, "remote-code", config.has("auto_map") ? Optional.of("yes") : Optional.empty());
    List<String> languages = card.isCard() ? card.all("language") : List.of();
    put(facts, "languages", Optional.of(String.join(", ", languages)));
    return facts;
  }

  private Optional<String> quantisation() {
    JsonNode quantisation = config.path("quantization_config");
    List<String> words = new ArrayList<>();
    text(quantisation, "quant_method").ifPresent(words::add);
    number(quantisation, "bits").ifPresent(bits -> words.add(bits + " bit"));
    text(quantisation, "bnb_4bit_quant_type").ifPresent(words::add);
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
  }

  private Optional<String> said(String key) {
    return card.isCard() ? card.first(key) : Optional.empty();
  }

  private static void put(Map<String, String> facts, String key, Optional<String> value) {
    value.filter(it -> !it.isBlank()).ifPresent(it -> facts.put(key, it));
  }

  private static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  private static Optional<String> number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isIntegralNumber() ? Optional.of(value.asString()) : Optional.empty();
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(text(file));
    } catch (JacksonException broken) {
      return JSON.createObjectNode();
    }
  }

  private static String text(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES ? "" : new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }
}
