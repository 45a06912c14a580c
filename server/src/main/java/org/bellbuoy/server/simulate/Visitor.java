package org.bellbuoy.server.simulate;

/** Somebody with an account, an address and a browser. */
final class Visitor {
  final byte[] user;
  final byte[] mail;
  final byte[] client;
  final byte[] agent;

  Visitor(String user, String mail, String client, String agent) {
    this.user = Row.bytes(user);
    this.mail = Row.bytes(mail);
    this.client = Row.bytes(client);
    this.agent = Row.bytes(agent.replace(' ', '+'));
  }

  static Visitor[] of(Server server, long requestsPerDay, Chance chance) {
    int count = (int) Math.min(5_000, 25 + requestsPerDay / 60);
    Visitor[] visitors = new Visitor[count];
    int net = 16 + server.identity.index() % 200;
    for (int i = 0; i < count; i++) {
      String name = "user%04d".formatted(i);
      String client = "10." + net + "." + (1 + i / 200) + "." + (10 + i % 200);
      visitors[i] =
          new Visitor(
              server.account(name),
              name + "@" + server.identity.organisation() + ".example.test",
              client,
              chance.pick(Agents.BROWSERS));
    }
    return visitors;
  }
}
