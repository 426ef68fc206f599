package dev.countersign.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Puts together threats of one family that need the same answer for the same reason: everything
 * that is said about them is equal but for the name of the element. A thousand equal findings are
 * read by nobody; one with a thousand members is.
 */
final class Groups {
  /** What stands for the element itself while reasons are compared. */
  private static final String SELF = "\u0000";

  private record Sameness(
      String family,
      List<String> because,
      List<String> path,
      List<String> techniques,
      List<String> decisions,
      double score) {}

  private Groups() {}

  static List<Threat> of(List<Threat> threats) {
    Map<Sameness, List<Threat>> groups = new LinkedHashMap<>();
    for (Threat threat : threats) {
      groups.computeIfAbsent(sameness(threat), _ -> new ArrayList<>()).add(threat);
    }
    return groups.values().stream().map(Groups::together).toList();
  }

  private static Sameness sameness(Threat threat) {
    String id = threat.element().id();
    return new Sameness(
        threat.family().id(),
        threat.because().stream().map(sentence -> withoutSelf(sentence, id)).toList(),
        threat.path().stream().filter(step -> !step.equals(id)).toList(),
        threat.techniques(),
        threat.decisions(),
        threat.rank().score());
  }

  /** The sentence with the id replaced where it stands as a whole word. */
  private static String withoutSelf(String sentence, String id) {
    StringBuilder text = new StringBuilder(sentence);
    for (int at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
      int end = at + id.length();
      boolean whole =
          (at == 0 || !inIds(text.charAt(at - 1)))
              && (end == text.length() || !inIds(text.charAt(end)) || text.charAt(end) == '.');
      if (whole) {
        text.replace(at, end, SELF);
      }
    }
    return text.toString();
  }

  private static boolean inIds(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  }

  /** The group is named after the element that sorts first, and keeps the parts of every member. */
  private static Threat together(List<Threat> group) {
    Threat first = group.getFirst();
    if (group.size() == 1) {
      return first;
    }
    TreeSet<String> members = new TreeSet<>();
    TreeSet<FactRef> facts = new TreeSet<>();
    for (Threat threat : group) {
      members.add(threat.element().id());
      members.addAll(threat.members());
      facts.addAll(threat.facts());
    }
    members.remove(first.element().id());
    return first.withMembers(List.copyOf(members), List.copyOf(facts));
  }
}
