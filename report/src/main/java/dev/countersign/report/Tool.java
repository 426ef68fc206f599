package dev.countersign.report;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What made a report.
 *
 * @param version of Countersign
 * @param knowledge versions of the rule packs and catalogues, by id
 */
public record Tool(String version, SortedMap<String, String> knowledge) {
  public Tool {
    knowledge = Collections.unmodifiableSortedMap(new TreeMap<>(knowledge));
  }
}
