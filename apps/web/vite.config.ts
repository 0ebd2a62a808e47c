import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

/** Where the API listens while the pages are served by Vite. */
const api = "http://127.0.0.1:3000";

const ownCode = /\/(?:apps\/web|packages\/(?:ui|domain|contract))\/src\//;

export default defineConfig({
  plugins: [solid()],
  build: {
    target: "es2023",
    // light-dark() and oklch() reach the browser as written: Chrome 123, Firefox 120, Safari 17.5.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // The content security policy allows no data: fonts or scripts; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: "index.html", sw: "src/sw.ts" },
      // A service worker governs what lies below its own address, and that never changes.
      output: {
        entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
        // What nearly every page has travels in one file: forty small ones compress worse by 8 KB.
        codeSplitting: { groups: [{ name: "parts", minShareCount: 11, test: ownCode }] },
      },
    },
  },
  server: { proxy: { "/api": api, "/health": api } },
});
