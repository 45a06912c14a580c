package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bellbuoy.core.finding.Finding;
import org.bellbuoy.core.json.Jsonl;
import org.bellbuoy.report.export.ExportFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Findings leave the program, from a file or a store, to a file or a receiver. */
class FindingsCommandExportTest {
  @TempDir static Path shared;
  @TempDir Path own;

  private static Path out;
  private static List<Finding> found;

  @BeforeAll
  static void watch() throws IOException {
    Shell.simulate(shared.resolve("simulated"), 1);
    out = shared.resolve("out");
    assertThat(Shell.watch(shared.resolve("simulated"), out).status()).isZero();
    found = Jsonl.readAll(out.resolve(Outputs.FINDINGS));
    assertThat(found).hasSizeGreaterThan(3);
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void aFolderAndAStoreGiveTheSameFile(ExportFormat format) throws IOException {
    Path folder = own.resolve("folder" + format.suffixes().getFirst());
    Path store = own.resolve("store.out");
    Shell.Said said = Shell.run("findings", "export", out.toString(), "--out", folder.toString());
    assertThat(said.err()).isEmpty();
    assertThat(said.status()).isZero();
    if (format != ExportFormat.NDJSON) {
      assertThat(said.out()).contains("Left out: " + format.drops());
      assertThat(folder).content().containsIgnoringCase("simulated");
    }
    assertThat(
            Shell.run(
                    "findings",
                    "export",
                    "--store",
                    out.toString(),
                    "--to",
                    store.toString(),
                    "--format",
                    format.word())
                .status())
        .isZero();
    assertThat(store).hasSameBinaryContentAs(folder);
  }

  @Test
  void findingsWithoutTheirRunAreExportedAndThatIsTold() throws IOException {
    Path alone = own.resolve("alone.jsonl");
    Files.copy(out.resolve(Outputs.FINDINGS), alone);
    Path to = own.resolve("x.cef");
    Shell.Said said = Shell.run("findings", "export", alone.toString(), "--to", to.toString());
    assertThat(said.status()).isZero();
    assertThat(said.err()).contains("no run.json of " + found.size() + " findings");
    assertThat(Files.readAllLines(to)).allMatch(line -> line.contains("cs6=not-told"));
  }

  @Test
  void filtersHoldForFilesAsForStores() throws IOException {
    Finding one = found.getFirst();
    Path file = own.resolve("file.jsonl");
    Path store = own.resolve("store.jsonl");
    String[] filters = {
      "--level", one.assessment().level().word(), "--until", one.from().plusSeconds(1).toString()
    };
    run(List.of("findings", "export", out.toString(), "--to", file.toString()), filters);
    run(
        List.of("findings", "export", "--store", out.toString(), "--to", store.toString()),
        filters);
    assertThat(file).hasSameTextualContentAs(store);
    assertThat(Jsonl.readAll(file)).contains(one).hasSizeLessThan(found.size());
  }

  private static void run(List<String> line, String... more) {
    assertThat(
            Shell.run(
                    java.util.stream.Stream.concat(line.stream(), java.util.stream.Stream.of(more))
                        .toArray(String[]::new))
                .status())
        .isZero();
  }

  @Test
  void anEmptyFileABrokenOneAndBothPlacesAtOnceAreRefused() throws IOException {
    Path empty = Files.writeString(own.resolve("empty.jsonl"), "");
    Path broken = Files.writeString(own.resolve("broken.jsonl"), "{\"id\":1}\n");
    String to = own.resolve("x.kml").toString();
    Shell.Said none = Shell.run("findings", "export", empty.toString(), "--to", to);
    assertThat(none.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(none.err()).contains("no all-clear");
    Shell.Said wrong = Shell.run("findings", "export", broken.toString(), "--to", to);
    assertThat(wrong.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(wrong.err()).contains("broken.jsonl, line 1");
    Shell.Said both =
        Shell.run("findings", "export", out.toString(), "--store", out.toString(), "--to", to);
    assertThat(both.status()).isEqualTo(Bellbuoy.USAGE);
    assertThat(Shell.run("findings", "export", "--to", to, "--format", "pdf").status())
        .isEqualTo(Bellbuoy.USAGE);
    assertThat(Path.of(to)).doesNotExist();
  }

  @Test
  void findingsArePostedToAReceiverThatIsNamed() throws IOException {
    List<String> bodies = new CopyOnWriteArrayList<>();
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    receiver.start();
    Path key = Files.writeString(own.resolve("key"), "k".repeat(32) + "\n");
    String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/in";
    try {
      Shell.Said said =
          Shell.run("findings", "post", out.toString(), "--url", url, "--key", key.toString());
      assertThat(said.err()).isEmpty();
      assertThat(said.status()).isZero();
      assertThat(said.out()).contains("taken by 127.0.0.1");
      assertThat(bodies).isNotEmpty();
      found.forEach(f -> assertThat(String.join("", bodies)).contains(f.id().toString()));
      assertThat(bodies.getFirst()).contains("\"simulated\":true");
    } finally {
      receiver.stop(0);
    }
    Shell.Said plain =
        Shell.run(
            "findings", "post", out.toString(), "--url", "http://example.test/", "--key", "" + key);
    assertThat(plain.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(plain.err()).contains("must begin with https://");
    Shell.Said unnamed = Shell.run("findings", "post", out.toString(), "--key", key.toString());
    assertThat(unnamed.status()).isEqualTo(Bellbuoy.USAGE);
  }
}
