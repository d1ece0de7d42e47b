/// The theme that is built into the program: its files by their paths in `Templates/`.
package enum BuiltInTheme {}
