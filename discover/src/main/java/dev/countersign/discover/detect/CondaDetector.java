package dev.countersign.discover.detect;

import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.lexicon.Ecosystem;
import dev.countersign.discover.tree.Source;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Mapping;

/** {@code environment.yml} of conda, with its {@code pip} section. */
public final class CondaDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    boolean yaml = source.extension().equals("yml") || source.extension().equals("yaml");
    return yaml && (source.name().startsWith("environment") || source.name().startsWith("conda"));
  }

  @Override
  public void detect(Source source, Findings findings) {
    for (Mapping document : Yaml.documents(source)) {
      if (!Yaml.items(document, "dependencies").isEmpty()) {
        Dependencies.unit(findings, Yaml.text(document, "name"));
        Dependencies dependencies = new Dependencies(Ecosystem.PYTHON, findings);
        Yaml.items(document, "dependencies").forEach(item -> add(item, dependencies));
      }
    }
  }

  private static void add(YamlNode item, Dependencies dependencies) {
    if (item instanceof Mapping) {
      Yaml.items(item, "pip").forEach(pip -> add(pip, dependencies));
    } else {
      // conda writes python=3.11 and channel::name
      String text = Yaml.scalar(item);
      String bare = text.substring(text.lastIndexOf(':') + 1);
      Requirement requirement = Requirement.of(bare);
      dependencies.add(requirement.name(), Yaml.line(item), !bare.contains("="));
    }
  }
}
