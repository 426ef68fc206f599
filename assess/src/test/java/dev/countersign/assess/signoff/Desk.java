package dev.countersign.assess.signoff;

import dev.countersign.assess.trust.History;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.assess.trust.Trusted;
import dev.countersign.attest.Signer;
import dev.countersign.attest.Signers;
import dev.countersign.attest.SigningFailed;
import dev.countersign.attest.Statement;
import dev.countersign.attest.key.KeyKind;
import dev.countersign.attest.key.NewKeys;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.Rule;
import dev.countersign.attest.trust.TrustPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People with keys who put signed files into the drawer of an {@link Office}. */
final class Desk {
  private final Office office;
  private final Map<String, KeyPair> keys = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private int files;

  /** Ada may sign as ML lead, Ben as security lead, Ray for the risk body; Eve has a key. */
  Desk(Office office) {
    this.office = office;
    List.of("ada", "ben", "ray", "eve")
        .forEach(name -> keys.put(name, NewKeys.generate(KeyKind.P256)));
    lets("ada", Role.ML_LEAD).lets("ben", Role.SECURITY_LEAD).lets("ray", Role.RISK_BODY);
  }

  /** From now on a rule lets somebody speak in a role. */
  Desk lets(String name, Role role) {
    rules.add(
        new Rule(
            name,
            Set.of(role),
            Set.of(),
            Set.of("desk"),
            Optional.empty(),
            Optional.empty(),
            "countersign-trust.yaml:9"));
    trust();
    return this;
  }

  private void trust() {
    List<Identity> people = new ArrayList<>();
    keys.forEach((id, pair) -> {
      if (!id.equals("eve")) {
        String name = Character.toUpperCase(id.charAt(0)) + id.substring(1);
        people.add(new Identity.ByKey(id, name, pair.getPublic()));
      }
    });
    TrustPolicy policy = new TrustPolicy("countersign-trust.yaml", people, rules, Optional.empty());
    office.trusts(
        new TrustContext(
            Optional.of(
                new Trusted(
                    policy, Path.of("countersign-trust.yaml"), List.of(), Map.of(), List.of())),
            History.NONE));
  }

  /** Somebody signs all that needs it in that role. */
  Path signs(String name, Role role) {
    return signs(name, SignOffStatement.of(office.draft(role)), role);
  }

  Path signs(String name, Statement statement, Role role) {
    return write(signer(name), statement, role);
  }

  Signer signer(String name) {
    KeyPair pair = Optional.ofNullable(keys.get(name)).orElseThrow();
    return Signers.key(pair.getPrivate(), pair.getPublic());
  }

  private Path write(Signer signer, Statement statement, Role role) {
    try {
      Path file = office.drawer().resolve(role.word() + "." + files++ + SignOffFiles.ENDING);
      Files.createDirectories(office.drawer());
      return Files.write(file, signer.sign(statement).toJson());
    } catch (IOException | SigningFailed failed) {
      throw new IllegalStateException(failed);
    }
  }
}
