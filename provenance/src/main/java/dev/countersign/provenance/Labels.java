package dev.countersign.provenance;

import java.util.List;

/**
 * Labels, and whose judgement they are.
 *
 * @param how how they came about, one sentence or more
 * @param by people, groups, models or systems that decided them
 */
public record Labels(String how, List<String> by) {
  public Labels {
    by = List.copyOf(by);
  }
}
