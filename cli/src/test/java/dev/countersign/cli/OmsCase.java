package dev.countersign.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case of the OMS conformance suite (https://github.com/sampras343/model-signing-conformance).
 *
 * @param assets models and keys
 * @param folder with {@code config.json} and, unless it is a round trip, {@code bundle.sig}
 */
record OmsCase(Path assets, Path folder, JsonNode config) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** The cases in a folder of {@code test/test-cases} in a checkout of the suite. */
  static List<OmsCase> in(Path suite, String folder) throws IOException {
    try (Stream<Path> folders = Files.list(suite.resolve("test/test-cases").resolve(folder))) {
      List<OmsCase> cases = new ArrayList<>();
      for (Path path : folders.filter(Files::isDirectory).sorted().toList()) {
        cases.add(
            new OmsCase(
                suite.resolve("test/assets"),
                path,
                MAPPER.readTree(Files.readAllBytes(path.resolve("config.json")))));
      }
      return cases;
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  boolean isWithSigstore() {
    return config.path("method").asString().equals("sigstore");
  }

  boolean isToFail() {
    return config.path("expect").asString("pass").equals("fail");
  }

  boolean isSignedInTheModel() {
    return config.path("sig_inside_model").asBoolean(false);
  }

  List<String> signedFiles() {
    return texts(config.path("expected_signed_files"));
  }

  /** A copy of the model, with what the case does to it. */
  Path model(Path into) throws IOException {
    Path from = original();
    if (Files.isRegularFile(from)) {
      Path copy = Files.copy(from, into.resolve(from.getFileName()));
      change(into);
      return copy;
    }
    Path copy = into.resolve("model");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(from.relativize(file)));
      }
    }
    change(copy);
    return copy;
  }

  /** The arguments of {@code sign}. */
  List<String> signing(Path model, Path bundle) {
    List<String> arguments =
        new ArrayList<>(List.of("sign", model.toString(), "--out", "" + bundle));
    JsonNode sign = config.path("sign");
    option(arguments, "--key", sign.path("private_key"));
    option(arguments, "--certificate", sign.path("signing_cert"));
    for (String file : texts(sign.path("cert_chain"))) {
      arguments.addAll(List.of("--chain", asset(file).toString()));
    }
    arguments.addAll(ignoring(model));
    return arguments;
  }

  /** The arguments of {@code verify}. */
  List<String> verifying(Path model, Path bundle, Optional<Path> trustedRoot) {
    List<String> arguments =
        new ArrayList<>(
            List.of("verify", model.toString(), "--bundle", "" + bundle, "--format", "json"));
    JsonNode verify = config.path("verify");
    option(arguments, "--public-key", verify.path("public_key"));
    for (String file : texts(verify.path("cert_chain"))) {
      arguments.addAll(List.of("--ca", asset(file).toString(), "--any-subject"));
    }
    if (isWithSigstore()) {
      arguments.addAll(List.of("--identity", verify.path("identity").asString()));
      arguments.addAll(List.of("--issuer", verify.path("identity_provider").asString()));
      trustedRoot.ifPresent(root -> arguments.addAll(List.of("--trusted-root", root.toString())));
    }
    if (verify.path("ignore_unsigned_files").asBoolean(false)) {
      arguments.add("--ignore-unsigned-files");
    }
    arguments.addAll(ignoring(model));
    return arguments;
  }

  private Path original() {
    String model = config.path("model").asString();
    return config.path("model_relative_to").asString("assets").equals("test_dir")
        ? folder.resolve(model)
        : asset(model);
  }

  private void change(Path model) throws IOException {
    JsonNode changes = config.path("model_modifications");
    for (String kind : List.of("tamper", "inject")) {
      for (String name : changes.path(kind).propertyNames()) {
        Files.write(model.resolve(name), changes.path(kind).path(name).asString().getBytes(UTF_8));
      }
    }
    for (String name : texts(changes.path("delete"))) {
      Files.deleteIfExists(model.resolve(name));
    }
    for (String name : changes.path("symlinks").propertyNames()) {
      Files.createSymbolicLink(
          model.resolve(name), Path.of(changes.path("symlinks").path(name).asString()));
    }
  }

  /** Absolute paths, as the suite gives them. */
  private List<String> ignoring(Path model) {
    Path root = Files.isDirectory(model) ? model : model.resolveSibling("");
    return texts(config.path("verify").path("ignore_paths")).stream()
        .<String>mapMulti((String path, Consumer<String> out) -> {
          out.accept("--ignore");
          out.accept(root.resolve(path).toString());
        })
        .toList();
  }

  /** One case names a key that the suite does not have; any that did not sign will do. */
  private void option(List<String> arguments, String option, JsonNode file) {
    if (file.isString()) {
      Path named = asset(file.stringValue());
      Path there = Files.exists(named) ? named : asset("keys/wrong/wrong-key-pub.pem");
      arguments.addAll(List.of(option, there.toString()));
    }
  }

  private Path asset(String path) {
    return assets.resolve(path);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.stringValue()));
    return texts;
  }
}
