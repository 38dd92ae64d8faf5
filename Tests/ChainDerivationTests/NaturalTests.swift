import ChainDerivation
import Testing

@Test func sumsOfNaturalsCarry() {
  var power = Natural(1)
  for _ in 0..<200 { power = power + power }
  #expect(
    power.description == "1606938044258990275541962092341162602522202993782792835301376")
  #expect(power.integer == nil)
}

@Test(arguments: [0, 1, 999_999_999_999_999_999, 1_000_000_000_000_000_000, UInt64.max])
func aNaturalIsWrittenInFull(value: UInt64) {
  #expect(Natural(value).description == String(value))
  #expect((Natural(value) + Natural(0)) == Natural(value))
}

@Test func smallNaturalsAreIntegers() {
  #expect(Natural(0).integer == 0)
  #expect((Natural(20) + Natural(22)).integer == 42)
}

@Test func productsOfNaturalsCarry() {
  let factorial = (1...40).reduce(Natural(1)) { $0 * Natural(UInt64($1)) }
  #expect(factorial.description == "815915283247897734345611269596115894272000000000")
  #expect(factorial * Natural(0) == Natural(0))
  let large = Natural(999_999_999_999_999_999)
  #expect((large * large).description == "999999999999999998000000000000000001")
  #expect(abs(factorial.double / 8.15915283247897734e47 - 1) < 1e-15)
}
