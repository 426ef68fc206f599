package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.lexicon.Artefacts;
import dev.countersign.discover.tree.DataLike;
import dev.countersign.discover.tree.Source;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;

/**
 * DVC: {@code dvc.yaml} with its stages and {@code *.dvc} files, which stand for data elsewhere.
 */
public final class DvcDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    return source.name().equals("dvc.yaml") || source.extension().equals("dvc");
  }

  @Override
  public void detect(Source source, Findings findings) {
    for (Mapping document : Yaml.documents(source)) {
      Yaml.items(document, "outs").forEach(out -> out(out, source, findings));
      Yaml.entries(document, "stages").forEach(stage -> stage(stage, source, findings));
    }
  }

  private static void stage(Entry stage, Source source, Findings findings) {
    String command = Yaml.text(stage.value(), "cmd");
    if (stage.key().text().contains("train") || command.contains("train")) {
      findings
          .at(What.TRAINING, stage.key().text(), Yaml.line(stage.key()))
          .with(Detail.PRODUCT, "DVC")
          .sure();
      Yaml.items(stage.value(), "deps").forEach(dep -> dep(dep, source, findings));
    }
    Yaml.items(stage.value(), "outs").forEach(out -> out(out, source, findings));
  }

  /** What a stage that trains depends on, and is data, it reads. */
  private static void dep(YamlNode dep, Source source, Findings findings) {
    String path = join(source.folder(), Yaml.scalar(dep));
    if (DataLike.data(path) && !path.contains("$") && !path.endsWith(".py")) {
      findings.at(What.READS_DATA, path, Yaml.line(dep)).with(Detail.FILES, path).sure();
    }
  }

  /** {@code path: …}, a path alone, or a path with options. */
  private static void out(YamlNode out, Source source, Findings findings) {
    String path = Yaml.scalar(out) + Yaml.text(out, "path");
    if (path.isEmpty() && out instanceof Mapping map && !map.entries().isEmpty()) {
      path = map.entries().getFirst().key().text();
    }
    if (!path.isBlank() && !path.contains("$") && !path.contains("..")) {
      add(join(source.folder(), path), Yaml.line(out), findings);
    }
  }

  private static void add(String path, int line, Findings findings) {
    String extension = path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf('/')) + 1);
    Artefacts.model(extension)
        .filter(type -> type.onlyIn().isEmpty() || type.onlyIn().stream().anyMatch(path::contains))
        .ifPresentOrElse(
            type ->
                findings
                    .at(What.MODEL_FILE, path, line)
                    .with(Detail.FILES, path)
                    .with(Detail.FORMAT, type.format())
                    .with(Detail.LOADER, type.loader())
                    .sure(),
            () -> data(path, line, findings));
  }

  private static void data(String path, int line, Findings findings) {
    if (DataLike.data(path)) {
      findings.at(What.DATA_FILES, path, line).with(Detail.FILES, path).sure();
    }
  }

  private static String join(String folder, String path) {
    return folder.isEmpty() ? path : folder + "/" + path;
  }
}
