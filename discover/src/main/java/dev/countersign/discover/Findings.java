package dev.countersign.discover;

import dev.countersign.discover.tree.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes what detectors find in one file, at most {@value #MOST}: a generated file may name a
 * library on every line.
 */
public final class Findings {
  private static final int MOST = 2_000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DETAIL = 1_000;

  private final Source source;
  private final List<Finding> found = new ArrayList<>();

  /** Takes what is found in this file. */
  public Findings(Source source) {
    this.source = source;
  }

  /** Adds a finding about the file as a whole. */
  public Builder whole(What what, String name) {
    return at(what, name, 0);
  }

  /**
   * Adds a finding at a line; nothing is added until {@link Builder#sure} or {@link
   * Builder#likely}.
   */
  public Builder at(What what, String name, int line) {
    return new Builder(what, name, new Where(source.path(), line));
  }

  /** What was found so far, in the order in which it was found. */
  public List<Finding> list() {
    return List.copyOf(found);
  }

  /** A finding that is being worded. */
  public final class Builder {
    private final What what;
    private final String name;
    private final Where where;
    private final Map<Detail, String> details = new EnumMap<>(Detail.class);

    private Builder(What what, String name, Where where) {
      this.what = what;
      this.name = name;
      this.where = where;
    }

    /** Says one thing more; nothing where the value is empty. */
    public Builder with(Detail detail, String value) {
      if (!value.isEmpty()) {
        details.put(detail, value.substring(0, Math.min(value.length(), LONGEST_DETAIL)));
      }
      return this;
    }

    /** Says one thing more, if it is known. */
    public Builder with(Detail detail, Optional<String> value) {
      value.ifPresent(known -> with(detail, known));
      return this;
    }

    /** Adds it: the file says so. */
    public void sure() {
      add(Confidence.CERTAIN);
    }

    /** Adds it: the text reads so. */
    public void likely() {
      add(Confidence.LIKELY);
    }

    /** Adds it: it may be. */
    public void perhaps() {
      add(Confidence.POSSIBLE);
    }

    private void add(Confidence confidence) {
      if (found.size() < MOST && !name.isBlank() && name.length() <= LONGEST_NAME) {
        found.add(new Finding(what, name.strip(), where, confidence, source.aside(), details));
      }
    }
  }
}
