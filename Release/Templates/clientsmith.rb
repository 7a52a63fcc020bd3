class Clientsmith < Formula
  desc "Generate Swift clients from OpenAPI documents"
  homepage "$url"
  version "$version"
  license "Apache-2.0"

$platforms
  def install
    bin.install "bin/clientsmith"
    bash_completion.install "share/bash-completion/completions/clientsmith"
    zsh_completion.install "share/zsh/site-functions/_clientsmith"
    fish_completion.install "share/fish/vendor_completions.d/clientsmith.fish"
    doc.install Dir["share/doc/clientsmith/*"]
  end

  test do
    assert_equal version.to_s, shell_output("#{bin}/clientsmith --version").strip
  end
end
