import Testing

@testable import Workspace

@Suite struct InternetAddressTests {
  private func address(_ host: String) throws -> InternetAddress {
    try #require(try InternetAddress.lookUp(host).get().first)
  }

  @Test(arguments: [
    "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.0.1", "100.128.0.1", "126.1.1.1", "172.15.0.1",
    "172.32.0.1",
    "192.167.0.1", "198.20.0.1", "223.255.255.254", "2606:4700::1111", "2001:4860:4860::8888",
    "::ffff:1.1.1.1", "64:ff9b::1.1.1.1", "2002:101:101::1",
  ]) func asksAddressesThatEverybodyCanReach(_ host: String) throws {
    #expect(try address(host).isPublic)
    #expect(try address(host).text == address(address(host).text).text)
  }

  @Test(arguments: [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.1", "169.254.169.254",
    "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.0.1", "198.18.0.1", "198.19.255.255",
    "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1",
    "fc00::1", "fd12::1", "ff02::1", "fec0::1", "2001:db8::1", "2001::1", "3fff::1", "::ffff:10.0.0.1",
    "::127.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b:1::1", "2002:7f00:1::1",
  ]) func asksNoAddressOfAPrivateNetwork(_ host: String) throws {
    #expect(try !address(host).isPublic)
  }

  @Test(arguments: [
    ("https://example.org/a?b#c", "https://example.org/a?b", "example.org"),
    ("HTTP://Example.ORG:8080", "HTTP://Example.ORG:8080", "example.org"),
    ("https://müller.example/Käse", "https://xn--mller-kva.example/K%C3%A4se", "xn--mller-kva.example"),
    ("http://[::1]:80/", "http://[::1]:80/", "::1"),
    ("http://user@10.0.0.1/@example.org", "http://user@10.0.0.1/@example.org", "10.0.0.1"),
  ]) func readsAddressesOfOtherSites(_ text: String, _ address: String, _ host: String) throws {
    let read = try #require(WebAddress(text))
    #expect(read.text == address)
    #expect(read.host == host)
  }

  @Test(arguments: [
    "", "https://", "ftp://example.org/", "file:///etc/passwd", "example.org", "//example.org/",
  ])
  func refusesWhatIsNoAddressOfASite(_ text: String) {
    #expect(WebAddress(text) == nil)
  }
}
