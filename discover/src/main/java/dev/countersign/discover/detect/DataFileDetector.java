package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.lexicon.Artefacts;
import dev.countersign.discover.tree.DataLike;
import dev.countersign.discover.tree.Source;
import java.util.Locale;

/** Data files; types that hold many other things count only below folders named like data. */
public final class DataFileDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    String extension = source.extension();
    boolean data =
        Artefacts.isData(extension)
            || Artefacts.isDataInFolder(extension) && DataLike.data(source.folder());
    String name = source.name().toLowerCase(Locale.ROOT);
    return data
        && !name.contains("requirements")
        && !name.startsWith("readme")
        && !name.startsWith("license")
        && !name.endsWith("config.json");
  }

  @Override
  public void detect(Source source, Findings findings) {
    findings
        .whole(What.DATA_FILES, source.path())
        .with(Detail.FILES, source.path())
        .with(Detail.FORMAT, source.extension())
        .sure();
  }
}
