package dev.countersign.report.full;

import dev.countersign.assess.policy.Policy;
import dev.countersign.knowledge.catalogue.CatalogueHeader;
import java.util.List;
import java.util.Map;

/** What the report rests on: the files, the tool, the rules and the catalogues. */
public final class Sources {
  private final Page page;

  Sources(Page page) {
    this.page = page;
  }

  /** The files that were read. */
  public List<String> files() {
    return page.assessment().system().sources();
  }

  /** Names the version of the system. */
  public String digest() {
    return page.assessment().digest();
  }

  /** Names the version of the rules. */
  public String rules() {
    return page.checked().rules();
  }

  /** What was asked of the system. */
  public Policy policy() {
    return page.checked().policy();
  }

  /** The version of Countersign. */
  public String version() {
    return page.report().tool().version();
  }

  /** The catalogues, by id. */
  public List<CatalogueHeader> catalogues() {
    return page.references().catalogues().headers();
  }

  /** Those that references on this page lead to; the sources stand last on it. */
  public List<CatalogueHeader> cited() {
    return page.references().cited();
  }

  /** What else the tool rests on, by name. */
  public List<Map.Entry<String, String>> others() {
    return page.report().tool().knowledge().entrySet().stream()
        .filter(entry -> !entry.getKey().equals("rules"))
        .filter(entry -> catalogues().stream().noneMatch(it -> it.id().equals(entry.getKey())))
        .toList();
  }
}
