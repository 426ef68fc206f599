package dev.countersign.guard.output.markup;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import dev.countersign.guard.output.policy.DestinationPolicy;
import dev.countersign.guard.output.policy.Reach;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Decides about addresses: their scheme, their host, what they carry, where they lead on. */
public final class AddressCheck {
  private static final Set<String> HARMLESS =
      Set.of(
          "mailto", "tel", "sms", "doi", "urn", "geo", "irc", "ircs", "xmpp", "magnet", "news",
          "webcal", "about");
  private static final Set<String> TRANSPORT =
      Set.of("ftp", "ftps", "sftp", "ssh", "git", "svn", "ws", "wss");
  private static final Set<String> PICTURES =
      Set.of("image/png", "image/gif", "image/jpeg", "image/webp", "image/bmp", "image/avif");

  private final DestinationPolicy policy;
  private final Findings out;

  /** One place is read in several ways, most of which give the same. */
  private Set<Seen> seen = Set.of();

  private record Seen(String written, int start, int end, Use use) {
    @Override
    public int hashCode() {
      return (start * 31 + end) * 31 + written.length();
    }
  }

  /** For one stretch of a text. */
  public AddressCheck(DestinationPolicy policy, Findings out) {
    this.policy = policy;
    this.out = out;
  }

  /** Decides about an address, decoded from its quotes, that stands at a place. */
  public void check(String written, int start, int end, Use use) {
    if (written.isEmpty()) {
      return;
    }
    seen = seen.isEmpty() ? new HashSet<>() : seen;
    if (!seen.add(new Seen(written, start, end, use))) {
      return;
    }
    Address address = Address.of(written);
    if (address.relative()) {
      return;
    }
    if (!address.web()) {
      scheme(address, start, end, use);
      return;
    }
    if (address.user().isPresent()) {
      bad(
          "markup.userinfo",
          start,
          end,
          "an address with something before the host",
          "people take it for the host, and what follows the at sign is");
    }
    host(address, start, end, use);
  }

  private void scheme(Address address, int start, int end, Use use) {
    String scheme = address.scheme();
    if (scheme.equals("data") && use == Use.LOADED && picture(address.rest())) {
      return;
    }
    if (use == Use.CLICKED && HARMLESS.contains(scheme)) {
      if (address.rest().length() > 200) {
        bad(
            "markup.exfiltration",
            start,
            end,
            "a long address of scheme " + scheme,
            "one click sends what it carries");
      }
      return;
    }
    if (use == Use.CLICKED && TRANSPORT.contains(scheme)) {
      return;
    }
    bad(
        "markup.scheme",
        start,
        end,
        "an address of scheme " + shown(scheme),
        "it runs code, opens a program or reads files");
  }

  private static boolean picture(String rest) {
    int comma = rest.indexOf(',');
    String head = rest.substring(0, Math.max(0, comma)).toLowerCase(java.util.Locale.ROOT);
    return head.endsWith(";base64") && PICTURES.contains(head.substring(0, head.length() - 7));
  }

  private static String shown(String scheme) {
    return scheme.length() > 20 ? scheme.substring(0, 20) + "…" : scheme;
  }

  private void host(Address address, int start, int end, Use use) {
    String host = address.host();
    boolean listed = policy.hosts().has(host);
    Reach reach = use == Use.LOADED ? policy.images() : policy.links();
    if (!valid(host)) {
      bad(
          "markup.host",
          start,
          end,
          "an address without a proper host",
          "programs do not agree on where it leads");
    } else if (!HostName.ascii(host) && !listed && HostName.confusable(host)) {
      bad(
          "markup.look-alike",
          start,
          end,
          "a host with letters that look like others",
          "people take it for another host");
    } else if (!listed && policy.hosts().looksListed(host)) {
      bad(
          "markup.look-alike",
          start,
          end,
          "a host that has the name of a listed one in its own",
          "people take it for the listed one");
    } else if (reach == Reach.NONE || reach == Reach.LISTED && !listed) {
      unlisted(start, end, use);
    } else {
      reachable(address, listed, start, end, use);
    }
  }

  private static boolean valid(String host) {
    if (host.isEmpty()) {
      return false;
    }
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c <= ' ' || "<>\"'`{}|\\^%@,;()".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  private void unlisted(int start, int end, Use use) {
    boolean loaded = use == Use.LOADED;
    bad(
        loaded ? "markup.load" : "markup.link",
        start,
        end,
        loaded
            ? "something loaded from a host that is not listed"
            : "a link to a host that is not listed",
        loaded
            ? "loading it tells that host whatever the address carries, with no click"
            : "the policy allows listed hosts only");
  }

  private void reachable(Address address, boolean listed, int start, int end, Use use) {
    boolean inside = HostName.internal(address.host());
    if (inside && !listed && use != Use.CLICKED) {
      bad(
          "markup.internal",
          start,
          end,
          "an address inside",
          "whoever opens it reaches what outsiders must not");
    } else if (HostName.ip(address.host()) && !listed && !inside) {
      boolean carries =
          address.rest().length() > 24 || !address.query().isEmpty() || use != Use.CLICKED;
      out.active(
          "markup.ip",
          start,
          end,
          carries ? Decision.REJECT : Decision.FLAG,
          "a host without a name",
          "nobody sees whose it is");
    }
    onward(address, listed, start, end, use);
    Optional<String> carried = listed ? Optional.empty() : Exfiltration.carried(address);
    carried.ifPresent(what ->
        bad(
            "markup.exfiltration",
            start,
            end,
            "an address that carries " + what,
            "whoever opens it sends that to its host"));
  }

  private void onward(Address address, boolean listed, int start, int end, Use use) {
    Optional<Address> target = Exfiltration.onward(address);
    if (target.isEmpty() || policy.hosts().has(target.get().host())) {
      return;
    }
    boolean strict =
        listed
            || target.get().user().isPresent()
            || use != Use.CLICKED
            || policy.links() == Reach.LISTED;
    out.active(
        "markup.redirect",
        start,
        end,
        strict ? Decision.REJECT : Decision.FLAG,
        "an address with another host among its parameters",
        "where its host sends on, the other one is reached");
    if (!strict) {
      Exfiltration.carried(target.get())
          .ifPresent(what ->
              bad(
                  "markup.exfiltration",
                  start,
                  end,
                  "an address that leads on and carries " + what,
                  "whoever opens it sends that on"));
    }
  }

  private void bad(String rule, int start, int end, String what, String why) {
    out.active(rule, start, end, Decision.REJECT, what, why);
  }
}
