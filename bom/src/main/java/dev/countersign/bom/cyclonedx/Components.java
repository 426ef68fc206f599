package dev.countersign.bom.cyclonedx;

import dev.countersign.bom.Ancestor;
import dev.countersign.bom.Part;
import dev.countersign.bom.PartFile;
import dev.countersign.bom.PartKind;
import dev.countersign.bom.licence.Licence;
import dev.countersign.bom.lock.Library;
import dev.countersign.model.SafeText;
import java.util.ArrayList;
import java.util.List;
import org.cyclonedx.model.Ancestors;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.ExternalReference;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.OrganizationalEntity;
import org.cyclonedx.model.Pedigree;
import org.cyclonedx.model.license.Expression;

/** Parts as components; the files of a part are components in it. */
final class Components {
  Component component(Part part) {
    Component component = new Component();
    component.setType(type(part.kind()));
    component.setBomRef(part.ref());
    name(part, component);
    part.version().map(SafeText::of).ifPresent(component::setVersion);
    part.description().map(SafeText::of).ifPresent(component::setDescription);
    part.supplier().ifPresent(who -> component.setSupplier(organisation(who)));
    part.purl().ifPresent(component::setPurl);
    part.licence().ifPresent(text -> component.setLicenses(licence(text)));
    hashes(part, component);
    files(part, component);
    part.card().ifPresent(card -> component.setModelCard(ModelCards.of(card)));
    if (CycloneDxWriter.isData(part.kind())) {
      component.setData(List.of(DataCards.of(part)));
    }
    ancestors(part, component);
    references(part, component);
    properties(part, component);
    return component;
  }

  static OrganizationalEntity organisation(String name) {
    OrganizationalEntity organisation = new OrganizationalEntity();
    organisation.setName(SafeText.of(name));
    return organisation;
  }

  private static Component.Type type(PartKind kind) {
    return switch (kind) {
      case MODEL -> Component.Type.MACHINE_LEARNING_MODEL;
      case LIBRARY -> Component.Type.LIBRARY;
      case FILE -> Component.Type.FILE;
      case DATASET, CORPUS, MEMORY, PROMPT, AGENT_CONFIGURATION -> Component.Type.DATA;
    };
  }

  /** A JVM library has its group apart. */
  private static void name(Part part, Component component) {
    int colon = part.kind() == PartKind.LIBRARY ? part.name().indexOf(':') : -1;
    if (colon > 0) {
      component.setGroup(SafeText.of(part.name().substring(0, colon)));
    }
    component.setName(SafeText.of(part.name().substring(colon + 1)));
  }

  private static void hashes(Part part, Component component) {
    List<Hash> hashes = new ArrayList<>();
    part.digest().map(Components::hash).ifPresent(hashes::add);
    if (part.files().size() == 1) {
      part.files().getFirst().sha256().map(Components::sha256).ifPresent(hashes::add);
    }
    if (!hashes.isEmpty()) {
      component.setHashes(hashes);
    }
  }

  private static Hash hash(Library.Digest digest) {
    return new Hash(
        switch (digest.algorithm()) {
          case "SHA-1" -> Hash.Algorithm.SHA1;
          case "SHA-384" -> Hash.Algorithm.SHA_384;
          case "SHA-512" -> Hash.Algorithm.SHA_512;
          default -> Hash.Algorithm.SHA_256;
        },
        digest.hex());
  }

  private static Hash sha256(String hex) {
    return new Hash(Hash.Algorithm.SHA_256, hex);
  }

  private static void files(Part part, Component component) {
    if (!part.files().isEmpty()) {
      component.setComponents(part.files().stream().map(file -> file(part, file)).toList());
    }
  }

  private static Component file(Part part, PartFile file) {
    Component component = new Component();
    component.setType(Component.Type.FILE);
    component.setBomRef(part.ref() + "#" + file.path());
    component.setName(SafeText.of(file.path()));
    file.sha256().ifPresent(hex -> component.setHashes(List.of(sha256(hex))));
    new Properties().add("bytes", Long.toString(file.bytes())).addTo(component);
    return component;
  }

  private static LicenseChoice licence(String text) {
    LicenseChoice choice = new LicenseChoice();
    switch (Licence.of(text)) {
      case Licence.Listed(var id) -> {
        License license = new License();
        license.setId(id);
        choice.addLicense(license);
      }
      case Licence.Named(var name) -> {
        License license = new License();
        license.setName(SafeText.of(name));
        choice.addLicense(license);
      }
      case Licence.Expression(var expression) -> choice.setExpression(new Expression(expression));
    }
    return choice;
  }

  private static void ancestors(Part part, Component component) {
    if (part.ancestors().isEmpty()) {
      return;
    }
    Ancestors ancestors = new Ancestors();
    ancestors.setComponents(
        part.ancestors().stream().map(ancestor -> ancestor(part, ancestor)).toList());
    Pedigree pedigree = new Pedigree();
    pedigree.setAncestors(ancestors);
    component.setPedigree(pedigree);
  }

  private static Component ancestor(Part part, Ancestor ancestor) {
    Component component = new Component();
    component.setType(Component.Type.MACHINE_LEARNING_MODEL);
    component.setBomRef("ancestor:" + part.ref() + ":" + ancestor.name());
    component.setName(SafeText.of(ancestor.name()));
    ancestor.purl().ifPresent(component::setPurl);
    Properties properties = new Properties().add("said-by", ancestor.saidBy());
    ancestor.ref().ifPresent(ref -> properties.add("component", ref));
    properties.addTo(component);
    return component;
  }

  private static void references(Part part, Component component) {
    for (Part.Reference reference : part.references()) {
      ExternalReference external = new ExternalReference();
      external.setType(
          reference.type().equals("model-card")
              ? ExternalReference.Type.MODEL_CARD
              : ExternalReference.Type.WEBSITE);
      external.setUrl(Addresses.of(reference.url()));
      component.addExternalReference(external);
    }
  }

  private static void properties(Part part, Component component) {
    Properties properties = new Properties().add("kind", part.kind().word());
    if (!part.files().isEmpty()) {
      properties.add("bytes", Long.toString(part.bytes()));
    }
    part.properties().forEach(properties::add);
    part.data().ifPresent(data -> DataCards.properties(data, properties));
    part.card()
        .ifPresent(card ->
            card.training().forEach((key, value) -> properties.add("training:" + key, value)));
    part.card()
        .flatMap(card -> card.trained())
        .ifPresent(at -> properties.add("trained", at.toString()));
    properties.addTo(component);
  }
}
