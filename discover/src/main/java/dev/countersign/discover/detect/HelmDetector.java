package dev.countersign.discover.detect;

import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.tree.Source;
import java.util.List;

/** Images that the values of a Helm chart name. */
public final class HelmDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    boolean yaml = source.extension().equals("yml") || source.extension().equals("yaml");
    return yaml && source.name().startsWith("values");
  }

  @Override
  public void detect(Source source, Findings findings) {
    List<String> lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("repository:") || line.startsWith("image:")) {
        String image =
            line.substring(line.indexOf(':') + 1).strip().replace("\"", "").replace("'", "");
        if (!image.isEmpty()) {
          Containers.add(Containers.nameOf(image), image, List.of(), i + 1, findings);
        }
      }
    }
  }
}
