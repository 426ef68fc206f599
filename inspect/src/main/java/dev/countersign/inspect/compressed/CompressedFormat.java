package dev.countersign.inspect.compressed;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.Rule;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Expanded;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whatever is compressed as a whole. */
public final class CompressedFormat implements Format {
  private static final Rule BROKEN =
      Rule.error(
              "compressed-broken",
              "It cannot be expanded to its end.",
              "A loader that acts while it reads has acted on what came out before.",
              "Get it anew from where it was made, and compare its digest.")
          .see("CWE-354");

  /** Endings that are taken off, and what is named without them. */
  private static final Map<String, String> INSIDE =
      Map.ofEntries(
          Map.entry("gz", ""),
          Map.entry("gzip", ""),
          Map.entry("z", ""),
          Map.entry("zlib", ""),
          Map.entry("bz2", ""),
          Map.entry("xz", ""),
          Map.entry("lzma", ""),
          Map.entry("zst", ""),
          Map.entry("zstd", ""),
          Map.entry("lz4", ""),
          Map.entry("sz", ""),
          Map.entry("tgz", ".tar"),
          Map.entry("tbz2", ".tar"),
          Map.entry("tbz", ".tar"),
          Map.entry("txz", ".tar"),
          Map.entry("tzst", ".tar"));

  /** Of what joblib and others compress under the name of what is in it. */
  private static final Set<String> AS_INSIDE =
      Set.of("joblib", "jl", "pkl", "pickle", "p", "pck", "dill", "rds", "rda", "rdata", "nii");

  private static final Set<String> ENDINGS =
      java.util.stream.Stream.concat(INSIDE.keySet().stream(), AS_INSIDE.stream())
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public String id() {
    return "compressed";
  }

  @Override
  public String title() {
    return "compressed file";
  }

  @Override
  public Set<String> endings() {
    return ENDINGS;
  }

  @Override
  public Set<String> closer() {
    return Arrays.stream(Codec.values()).map(Codec::id).collect(Collectors.toSet());
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return Codec.of(artefact).isPresent();
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    Codec codec =
        Codec.of(artefact).orElseThrow(() -> new Broken(0, "compressed in no way known here"));
    examination.format(codec.id(), codec.title());
    Expanded expanded =
        Expanded.whole(codec.expansion(artefact.bytes()), codec.meter(examination.budget()));
    expanded.broken().ifPresent(broken -> examination.report(BROKEN, broken.what()));
    examination.member(inside(artefact), expanded.bytes());
  }

  /** The name of what is in it: its own without the ending of the compression. */
  private static String inside(Artefact artefact) {
    String file = artefact.fileName();
    String instead = INSIDE.get(artefact.ending());
    return instead == null ? file : file.substring(0, file.lastIndexOf('.')) + instead;
  }
}
