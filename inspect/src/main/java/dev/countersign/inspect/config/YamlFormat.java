package dev.countersign.inspect.config;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** YAML beside a model: configurations, and the {@code MLmodel} file of MLflow. */
public final class YamlFormat implements Format {
  private static final int LARGEST = 16 << 20;
  private static final Pattern PYTHON_TAG =
      Pattern.compile(
          "(?:!!|!<tag:yaml\\.org,2002:)(python/(?:object/apply|object/new|object|name|module):[^\\s>\\[{]+)");

  @Override
  public String id() {
    return "yaml";
  }

  @Override
  public String title() {
    return "YAML";
  }

  @Override
  public Set<String> endings() {
    return Set.of("yaml", "yml");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.fileName().equals("MLmodel") && !artefact.hasAt(0, 'P', 'K');
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    if (artefact.length() > LARGEST) {
      throw new Broken(LARGEST, "YAML of more than 16 MiB");
    }
    byte[] text = artefact.bytes().copy(0, LARGEST);
    YamlTree tree;
    try {
      tree = YamlTree.read(text);
    } catch (Broken broken) {
      byText(text, examination);
      throw broken;
    }
    ConfigWalk walk = new ConfigWalk(examination, OfModel.is(artefact, tree.root()));
    walk.tags(tree);
    for (JsonNode document : tree.documents()) {
      walk.node("", document);
    }
    Dialects.inspect(artefact, tree.root(), examination);
  }

  /** Where YAML 1.1 of a loader and 1.2 of ours differ, tags are found by their text. */
  private static void byText(byte[] text, Examination examination) {
    String latin1 = new String(text, StandardCharsets.ISO_8859_1);
    if (!latin1.contains("python/")) {
      return;
    }
    Matcher tag = PYTHON_TAG.matcher(latin1);
    while (tag.find()) {
      new Objects(examination)
          .tag(new YamlTree.Tagged("tag:yaml.org,2002:" + tag.group(1), "", tag.start()));
    }
  }
}
