/** The one build of the package that loads without a bundler; its types stand at the package's own name. */
declare module 'adaptivecards/dist/adaptivecards' {
  export * from 'adaptivecards';
}
