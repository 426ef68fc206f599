package dev.countersign.knowledge.catalogue;

import java.util.Optional;

/** Takes the fields of one link. */
final class LinkReader {
  private final JsonWalk json;
  private LinkKind kind = LinkKind.MAPS_TO;
  private LinkStatus status = LinkStatus.UNREVIEWED;
  private String to = "";
  private String authority = "";
  private Optional<String> edition = Optional.empty();
  private Optional<String> note = Optional.empty();
  private boolean external;

  private LinkReader(JsonWalk json) {
    this.json = json;
  }

  static CatalogueLink read(JsonWalk json) {
    LinkReader link = new LinkReader(json);
    json.object(link::field);
    return link.link();
  }

  private CatalogueLink link() {
    if (to.isEmpty() || authority.isEmpty()) {
      throw json.problem("a link needs 'to' and 'authority'");
    }
    return new CatalogueLink(kind, to, authority, status, edition, external, note);
  }

  private void field(String name) {
    switch (name) {
      case "kind" -> kind = json.word(LinkKind.values(), LinkKind::word);
      case "to" -> to = json.text();
      case "authority" -> authority = json.text();
      case "status" -> status = json.word(LinkStatus.values(), LinkStatus::word);
      case "edition" -> edition = Optional.of(json.text());
      case "external" -> external = json.truth();
      case "note" -> note = Optional.of(json.text());
      default -> throw json.problem("unknown field '" + name + "'");
    }
  }
}
