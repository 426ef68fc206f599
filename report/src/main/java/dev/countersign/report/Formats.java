package dev.countersign.report;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The formats that this version has, by name. */
public final class Formats {
  private final SortedMap<String, ReportFormat> byName = new TreeMap<>();

  private Formats(Iterable<ReportFormat> formats) {
    for (ReportFormat format : formats) {
      if (byName.put(format.name(), format) != null) {
        throw new IllegalStateException("two formats are called " + format.name());
      }
    }
  }

  /** Every format that is registered as a service. */
  public static Formats registered() {
    return new Formats(ServiceLoader.load(ReportFormat.class, Formats.class.getClassLoader()));
  }

  /** The format of that name. */
  public Optional<ReportFormat> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All of them, by name. */
  public List<ReportFormat> all() {
    return List.copyOf(byName.values());
  }
}
