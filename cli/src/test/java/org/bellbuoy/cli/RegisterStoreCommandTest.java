package org.bellbuoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.core.source.SourceException;
import org.bellbuoy.register.folder.FolderOptions;
import org.bellbuoy.register.folder.RegisterFolder;
import org.bellbuoy.register.folder.StarterRegister;
import org.bellbuoy.register.model.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterStoreCommandTest {
  private static final Path ROOT = Path.of(System.getProperty("bellbuoy.root", "."));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"register", "register-lockin"})
  void anExampleComesOutOfTheStoreAsItWentIn(String example) throws Exception {
    String from = ROOT.resolve("docs/examples").resolve(example).toString();
    String store = stored("--register", from);

    assertSame(taken(store), RegisterFolder.load(from, FolderOptions.defaults(), r -> {}));
    String known = taken(store).register().parties().getFirst().id();
    for (String ask : List.of("who", "control")) {
      assertThat(Outcome.of("register", ask, known, "--register", store, "--json").out())
          .isEqualTo(Outcome.of("register", ask, known, "--register", from, "--json").out())
          .isNotEmpty();
    }
    assertThat(Outcome.of("register", "lockin", "--register", store, "--json").out())
        .isEqualTo(Outcome.of("register", "lockin", "--register", from, "--json").out());
  }

  @Test
  void theStarterComesOutOfTheStoreAsItWentIn() throws Exception {
    String store = stored("--starter");

    assertSame(taken(store), StarterRegister.load(reject -> {}));
    assertThat(Outcome.of("register", "lockin", "--register", store).out())
        .isEqualTo(Outcome.of("register", "lockin", "--starter").out())
        .isNotEmpty();
  }

  @Test
  void disagreeingSourcesUnknownOwnersAndRejectsStay() throws Exception {
    String from = oddRegister();
    List<Reject> rejects = new ArrayList<>();
    RegisterFolder.Loaded before =
        RegisterFolder.load(from, FolderOptions.defaults(), rejects::add);
    assertThat(rejects).hasSize(4);
    String store = stored("--register", from);

    List<Reject> again = new ArrayList<>();
    RegisterFolder.Loaded after =
        RegisterFolder.load(
            List.of(RegisterStored.part(Path.of(store))), FolderOptions.defaults(), again::add);

    assertSame(after, before);
    assertThat(after.rejects()).isEqualTo(4);
    assertThat(again.stream().map(Reject::detail)).containsExactlyElementsOf(details(rejects));
    assertThat(again.stream().map(Reject::offset))
        .containsExactlyElementsOf(rejects.stream().map(Reject::offset).toList());
    assertThat(after.register().statementsOf("a")).hasSize(2);
    assertThat(after.register().rolesIn("b").stream().map(r -> String.valueOf(r.share())))
        .containsExactly("more than 50 to less than 75 %", "33.3333333333 %", "null");
    assertThat(Outcome.of("register", "check", "--register", store).out())
        .isEqualTo(Outcome.of("register", "check", "--register", from).out());
  }

  @Test
  void aStoreAndAFolderMakeOneRegister() throws IOException {
    String store = stored("--register", oddRegister());
    Path more = Files.createDirectories(folder.resolve("more"));
    Files.writeString(more.resolve("sources.csv"), "id\nother\n");
    Files.writeString(more.resolve("parties.csv"), "id,kind,name,source\na,company,A,other\n");
    Files.writeString(more.resolve("assets.csv"), "id,kind,name\nship,vessel,Ship\n");
    Files.writeString(more.resolve("roles.csv"), "holder,target,role,source\na,ship,owner,other\n");

    Outcome who =
        Outcome.of("register", "who", "a", "--register", store, "--register", more.toString());

    assertThat(who.status()).as(who.err()).isEqualTo(Bellbuoy.OK);
    assertThat(who.out()).contains("owner of Ship", "owner of Bee");
    assertThat(who.err())
        .contains(
            "The id 'a' stands in two folders (kept.duckdb/parties.csv line 2 and more/parties.csv line 2)");
  }

  @Test
  void storingAgainPutsTheOneInPlaceOfTheOther() throws Exception {
    String store = stored("--starter");
    String example = ROOT.resolve("docs/examples/register").toString();

    assertThat(stored("--register", example)).isEqualTo(store);

    assertSame(taken(store), RegisterFolder.load(example, FolderOptions.defaults(), r -> {}));
  }

  @Test
  void aFileThatHoldsNoRegisterSaysSo() throws IOException {
    Path none = folder.resolve("none.duckdb");
    assertThat(Outcome.of("register", "check", "--register", none.toString()).status())
        .isEqualTo(Bellbuoy.FAILED);
    Path text = Files.writeString(folder.resolve("text.duckdb"), "not a store at all");
    Outcome broken = Outcome.of("register", "check", "--register", text.toString());
    assertThat(broken.status()).isEqualTo(Bellbuoy.FAILED);
    assertThat(broken.err()).contains("is not a Bellbuoy store");
    Outcome name = Outcome.of("register", "store", "--starter", "--store", folder + "/x.db");
    assertThat(name.status()).isEqualTo(Bellbuoy.USAGE);
  }

  private String oddRegister() throws IOException {
    Path from = Files.createDirectories(folder.resolve("odd"));
    Files.writeString(from.resolve("sources.csv"), "id,licence,date\ns,CC0,2025\nt,,2025-03\n");
    Files.writeString(
        from.resolve("parties.csv"),
        """
        id,kind,name,aliases,country,identifiers,reason,source,x-word,confidence
        a,company,A,Aye|Äh,XA,y:1|x:2:3,,s,ört,high
        a,company,A again,,XB,,,t,,low
        u,unknown,Somebody,,,,subject-unable-to-confirm-or-identify-beneficial-owner,s,,
        n,company,,,,,,s,,
        b,company,Bee,,XB,,,s,,
        """);
    Files.writeString(
        from.resolve("assets.csv"),
        "id,kind,name,part_of,latitude,longitude,source\np,port,P,,12.34567891,-179.5,s\n"
            + "c,crane,C,p|nowhere,,,t\n");
    Files.writeString(
        from.resolve("roles.csv"),
        """
        holder,target,role,basis,share,share_min,share_max,source,valid_from,valid_to,recorded,confidence
        a,b,owner,,,>50,<75,s,2020,2024-05,2025-01-01,high
        a,b,owner,,33.3333333333,,,t,2024-06,,2025-02-01,medium
        u,b,interest,,,,,s,,,,
        a,c,maker,fact,,,,t,,,,
        a,c,owner,,140,,,t,,,,
        a,zz,owner,,,,,t,,,,
        """);
    return from.toString();
  }

  private String stored(String... given) {
    String file = folder.resolve("kept.duckdb").toString();
    List<String> line = new ArrayList<>(List.of("register", "store", "--store", file));
    line.addAll(List.of(given));
    Outcome outcome = Outcome.of(line.toArray(String[]::new));
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(Bellbuoy.OK);
    return file;
  }

  private static RegisterFolder.Loaded taken(String file) throws SourceException {
    return RegisterFolder.load(
        List.of(RegisterStored.part(Path.of(file))), FolderOptions.defaults(), reject -> {});
  }

  private static List<String> details(List<Reject> rejects) {
    return rejects.stream().map(Reject::detail).toList();
  }

  private static void assertSame(RegisterFolder.Loaded after, RegisterFolder.Loaded before) {
    Register kept = after.register();
    Register read = before.register();
    assertThat(kept.sources()).isEqualTo(read.sources()).isNotEmpty();
    assertThat(kept.entities()).isEqualTo(read.entities()).isNotEmpty();
    assertThat(kept.roles()).isEqualTo(read.roles()).isNotEmpty();
    assertThat(after.rows()).isEqualTo(before.rows());
  }
}
